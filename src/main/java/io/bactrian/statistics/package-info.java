/** How much came in and went out, how it went, how long it took, and what waits. */
package io.bactrian.statistics;
