package io.bactrian.trial;

/**
 * Something that would have been done.
 *
 * @param step which of the steps it was, counted from 1
 * @param on what it would have been done to: a port, an endpoint without its options, or a bean
 * @param with what, masked
 */
public record Effect(int step, String on, String with) {}
