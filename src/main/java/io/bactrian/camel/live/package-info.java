/** Routes that are replaced while they run, and the trial that comes before. */
package io.bactrian.camel.live;
