package io.bactrian.store.firestore;

import io.bactrian.domain.StoreException;

/** A document is changed only as it was read; whoever loses the race reads it again. */
public final class OptimisticLock {

    /** @throws StoreException where every race was lost: the edge tries again later */
    public void require(boolean changed) {
        if (!changed) {
            throw new StoreException("a change", "lost every race", true, null);
        }
    }
}
