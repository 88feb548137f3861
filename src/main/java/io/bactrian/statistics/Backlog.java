package io.bactrian.statistics;

import java.time.Instant;

/**
 * What is not over yet, at this moment.
 *
 * @param waiting how many messages are queued; no more than {@link #MOST} are counted
 * @param oldestQueuedAt since when the oldest of them waits, UTC, or null where none does
 * @param unknown of how many only an operator can say whether they were sent; no more than {@link #MOST} are counted
 */
public record Backlog(long waiting, Instant oldestQueuedAt, long unknown) {

    public static final int MOST = 100_000;
}
