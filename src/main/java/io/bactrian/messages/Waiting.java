package io.bactrian.messages;

import java.time.Instant;

/**
 * Why a message that is queued is not sent yet.
 *
 * @param reason a word for programs: {@code scheduled}, {@code quiet-hours}, {@code paused}, {@code retry} or {@code turn}
 * @param until when it is due, UTC, or null where nobody knows
 * @param explanation for people
 */
public record Waiting(String reason, Instant until, String explanation) {}
