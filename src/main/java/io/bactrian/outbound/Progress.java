package io.bactrian.outbound;

import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.OutgoingMessage;

/**
 * How far a message has come while somebody waited.
 *
 * @param message as it was queued
 * @param outcome of the first attempt, or null where it did not come in time
 */
public record Progress(OutgoingMessage message, AttemptOutcome outcome) {}
