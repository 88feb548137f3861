package io.bactrian.trial;

import java.time.Duration;

/**
 * A candidate that is to run beside the live flows.
 *
 * @param duration for how long
 * @param messages how many texts are compared at the most
 * @param by who wants it
 */
public record ShadowOrder(Candidate candidate, Duration duration, int messages, String by) {}
