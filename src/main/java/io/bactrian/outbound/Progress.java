package io.bactrian.outbound;

import io.bactrian.domain.AttemptOutcome;

/**
 * How far a message has come while somebody waited.
 *
 * @param outcome of the first attempt, or null where it did not come in time
 */
public record Progress(String id, AttemptOutcome outcome) {}
