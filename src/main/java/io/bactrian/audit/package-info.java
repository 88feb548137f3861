/** Who changed what, when and from where. */
package io.bactrian.audit;
