package io.bactrian.domain;

/** How an attempt to send ended, as far as anybody knows. */
public enum AttemptResult {
    ACCEPTED,
    REJECTED,
    NOT_SENT,
    UNKNOWN;

    /** The word that is stored and shown, for instance {@code unknown}. */
    @Override
    public String toString() {
        return Words.of(this);
    }
}
