package io.bactrian.failure;

import io.bactrian.paging.Page;

/** Where the work is kept that redelivery could not cure. */
public interface DeadLetters {

    /**
     * Keeps a letter durably before it returns; the same work failing again replaces its letter.
     *
     * @throws java.io.UncheckedIOException where the disk refuses it
     */
    void keep(DeadLetter letter);

    /**
     * The newest first; those replayed are left out.
     *
     * @param cursor the {@link Page#nextCursor} of the page before, or null for the first page
     * @throws io.bactrian.paging.InvalidCursorException where it is none of ours
     */
    Page<DeadLetterSummary> page(DeadLetterQuery query, String cursor, int limit);

    /** All of them, a page at a time. */
    default Page<DeadLetterSummary> page(String cursor, int limit) {
        return page(DeadLetterQuery.ALL, cursor, limit);
    }

    /** How many failed alike: of one kind, at one step, by one cause. */
    DeadLetterCounts counts(DeadLetterQuery query);

    /** How many wait for a replay. */
    int count();

    /** The letter of that id, or null where there is none that waits. */
    DeadLetter open(String id);

    /** Puts a letter aside after its replay went through. */
    DeadLetterSummary replayed(DeadLetter letter);
}
