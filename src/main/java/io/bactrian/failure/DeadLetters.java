package io.bactrian.failure;

import java.util.List;

/** What failed for good and waits for an operator. */
public interface DeadLetters {

    /**
     * Newest first.
     *
     * @param limit how many at the most
     */
    List<DeadLetterSummary> list(int limit);
}
