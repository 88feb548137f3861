package io.bactrian.batches;

import java.time.Instant;

/**
 * A call for many messages.
 *
 * @param id ours, unique; a batch that begins twice is one
 * @param operatorId who called
 * @param accepted how many messages were to be stored
 * @param rejected how many rows were refused
 * @param createdAt UTC
 */
public record Batch(
        String id,
        String tenant,
        String operatorId,
        BatchStatus status,
        int accepted,
        int rejected,
        Instant createdAt) {}
