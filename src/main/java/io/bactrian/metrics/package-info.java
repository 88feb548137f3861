/** What Prometheus is told about messages. The sets of labels are bounded: none is a tenant, a number or an id. */
package io.bactrian.metrics;
