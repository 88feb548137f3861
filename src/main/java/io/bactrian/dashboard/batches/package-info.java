/** The page of the batches. */
package io.bactrian.dashboard.batches;
