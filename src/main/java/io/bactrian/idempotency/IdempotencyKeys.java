package io.bactrian.idempotency;

import java.time.Instant;

/** The keys that were used, in the store that all instances share. */
public interface IdempotencyKeys {

    /**
     * Claims the key for a call. Of two calls at the same instant, on whatever instances, one is to be done. A key whose
     * time is over is as good as new; one whose call ended without an answer is given to the next, under the first id.
     */
    Standing begin(IdempotentCall call);

    /** Keeps the answer, unless there is one; the first one counts. */
    void keep(String id, KeptAnswer answer);

    /** The call ended without an answer that holds: the next one with the same request is to be done. */
    void release(String id, Instant now);

    /**
     * Forgets the keys whose time is over.
     *
     * @return how many
     */
    int forget(Instant now);
}
