package io.bactrian.batches;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.bactrian.domain.MessageStatus;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a batch is.
 *
 * @param status of the whole; {@code done} once none of its messages waits or is with the provider
 * @param processed how many neither wait nor are with the provider any more
 * @param counts how many messages are in each status; every status has one
 */
public record BatchState(
        String batchId,
        String status,
        Instant createdAt,
        String operatorId,
        int accepted,
        int rejected,
        long processed,
        Map<MessageStatus, Long> counts) {

    private static final String DONE = "done";

    public BatchState {
        counts = new TreeMap<>(counts);
    }

    /** True where nothing of it is left to be sent. */
    @JsonIgnore
    public boolean isDone() {
        return status.equals(DONE);
    }

    @JsonIgnore
    public boolean isCanceled() {
        return status.equals(BatchStatus.CANCELED.toString());
    }

    /** @param counted the statuses that any message has */
    public static BatchState of(Batch batch, Map<MessageStatus, Long> counted) {
        Map<MessageStatus, Long> counts = new TreeMap<>();
        for (MessageStatus status : MessageStatus.values()) {
            counts.put(status, counted.getOrDefault(status, 0L));
        }
        long open = counts.get(MessageStatus.QUEUED) + counts.get(MessageStatus.SENDING);
        long stored = counts.values().stream().mapToLong(Long::longValue).sum();
        // What was accepted may still be on its way into the store.
        boolean done = open == 0 && stored >= batch.accepted() && batch.status() != BatchStatus.CANCELED;
        return new BatchState(
                batch.id(),
                done ? DONE : batch.status().toString(),
                batch.createdAt(),
                batch.operatorId(),
                batch.accepted(),
                batch.rejected(),
                stored - open,
                counts);
    }
}
