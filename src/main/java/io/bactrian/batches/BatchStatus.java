package io.bactrian.batches;

import java.util.Locale;

/** What is to become of those messages of a batch that still wait. */
public enum BatchStatus {
    RUNNING,
    PAUSED,
    CANCELED;

    /** A canceled batch stays canceled. */
    public boolean canTransitionTo(BatchStatus next) {
        return this != CANCELED || next == CANCELED;
    }

    /** The word that is stored and shown, for instance {@code paused}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status that is written so. */
    public static BatchStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
