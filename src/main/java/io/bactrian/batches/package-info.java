/** Many messages that one call wants sent: how far they are, and how they are paused, resumed and canceled. */
package io.bactrian.batches;
