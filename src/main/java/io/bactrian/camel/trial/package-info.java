/** A second Camel in which flows are tried and nothing is done. */
package io.bactrian.camel.trial;
