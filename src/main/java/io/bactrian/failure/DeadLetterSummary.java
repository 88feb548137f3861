package io.bactrian.failure;

import java.time.Instant;

/**
 * A dead letter without the message in it.
 *
 * @param id safe to show and to put into a URL
 * @param at when it failed, UTC
 * @param step the route or step that failed
 * @param cause in words, without personal data
 * @param endpoint where it came in, and where a replay goes
 */
public record DeadLetterSummary(String id, Instant at, String step, String cause, String endpoint, boolean replayed) {}
