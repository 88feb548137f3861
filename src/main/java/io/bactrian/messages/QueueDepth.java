package io.bactrian.messages;

import io.bactrian.domain.Priority;
import java.time.Instant;

/**
 * What waits in one priority, of all tenants.
 *
 * @param queued how many are queued, due or not, paused ones included
 * @param due how many of them may leave now
 * @param oldestDue since when the one that has been due for longest is, UTC; null where none is
 */
public record QueueDepth(Priority priority, long queued, long due, Instant oldestDue) {}
