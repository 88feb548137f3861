package io.bactrian.failure;

import java.util.List;

/** Where the work is kept that redelivery could not cure. */
public interface DeadLetters {

    /**
     * Keeps a letter durably before it returns; the same work failing again replaces its letter.
     *
     * @throws java.io.UncheckedIOException where the disk refuses it
     */
    void keep(DeadLetter letter);

    /** The newest first; those replayed are left out. */
    List<DeadLetterSummary> list(int limit);

    /** The letter of that id, or null where there is none that waits. */
    DeadLetter open(String id);

    /** Puts a letter aside after its replay went through. */
    DeadLetterSummary replayed(DeadLetter letter);
}
