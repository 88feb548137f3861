/** The pages of those who run the gateway: what failed, and which routes run. */
package io.bactrian.dashboard.operations;
