package io.bactrian.domain;

/** Whether a user of the directory counts as registered. */
public enum UserStatus {
    ACTIVE,
    INACTIVE;

    /** The word that is stored and shown, for instance {@code inactive}. */
    @Override
    public String toString() {
        return Words.of(this);
    }
}
