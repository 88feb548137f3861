package io.bactrian.dashboard.compose;

import java.time.Instant;
import java.util.Map;

/** Where a message stands, or, with counts, a batch. */
record Sent(
        String status,
        Instant queuedAt,
        Instant sentAt,
        Instant deliveredAt,
        String errorCode,
        String errorMessage,
        Waiting waiting,
        Integer accepted,
        Integer processed,
        Map<String, Integer> counts) {

    /** Why it is not sent yet. */
    record Waiting(String reason, Instant until, String explanation) {}

    public boolean isBatch() {
        return counts != null;
    }

    /** Of a batch, how many are somewhere. */
    public int count(String where) {
        return counts.getOrDefault(where, 0);
    }
}
