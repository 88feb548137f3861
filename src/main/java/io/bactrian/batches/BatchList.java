package io.bactrian.batches;

import io.bactrian.paging.Page;
import io.bactrian.paging.PageRequest;

/** The batches of each tenant, to look at. */
public interface BatchList {

    /**
     * Newest first, each with how far it is.
     *
     * @throws io.bactrian.paging.InvalidCursorException where the cursor is none of ours
     */
    Page<BatchState> page(PageRequest wanted);
}
