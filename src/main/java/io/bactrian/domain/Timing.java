package io.bactrian.domain;

import java.time.Instant;

/**
 * When a message may leave, beside what its sender asked for.
 *
 * @param dueAt when it is due first, UTC; later than its {@code sendAt} where that is in quiet hours
 * @param validUntil when it is not to be sent any more, UTC, or null for never
 * @param quietHours whether it waits while the recipient has quiet hours
 */
public record Timing(Instant dueAt, Instant validUntil, boolean quietHours) {}
