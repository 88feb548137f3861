package io.bactrian.optout;

import io.bactrian.domain.OptOutChange;
import io.bactrian.paging.Page;

/** Who opted out of which sender. It is written through the port {@code record-opt-out}. */
public interface OptOutLog {

    /**
     * The last word of each recipient on each sender, the newest first. A page may hold fewer than were asked for and
     * still have a next one.
     *
     * @throws io.bactrian.paging.InvalidCursorException where the cursor is none of ours
     */
    Page<OptOutChange> page(OptOutQuery wanted);
}
