/** How much may be asked of the gateway at one time. */
package io.bactrian.limits;
