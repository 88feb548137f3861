package io.bactrian.failure;

import java.time.Instant;

/**
 * What may be shown of a dead letter.
 *
 * @param at when it failed, UTC
 * @param step the step that failed
 * @param cause why, without anything of the message
 * @param endpoint the flow that a replay goes to, or null where it cannot be replayed
 */
public record DeadLetterSummary(String id, Instant at, String step, String cause, String endpoint, boolean replayed) {}
