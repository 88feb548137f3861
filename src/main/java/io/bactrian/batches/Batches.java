package io.bactrian.batches;

import java.util.Optional;

/**
 * The batches of each tenant. A change of status first stands in the batch and then reaches its messages: at once those
 * that are queued, and within a second those that come back from an attempt ({@link #keep}). What is with the provider
 * is never touched.
 */
public interface Batches {

    /** Stores a batch before its messages are queued; one that is there already stays as it is. */
    void begin(Batch batch);

    /** How far it is, or nothing where the tenant has no such batch. */
    Optional<BatchState> find(String tenant, String id);

    /**
     * Holds, releases or cancels what is queued. A batch that cannot go there any more stays as it is.
     *
     * @return how it is afterwards, or nothing where the tenant has no such batch
     */
    Optional<BatchState> change(String tenant, String id, BatchStatus status);

    /** Makes the messages of every batch that was changed what its status says, until no more of them can come back. */
    void keep();
}
