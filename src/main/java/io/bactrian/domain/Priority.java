package io.bactrian.domain;

/** How soon an outgoing message is wanted; the earlier in this list, the sooner it leaves. */
public enum Priority {
    URGENT,
    HIGH,
    NORMAL,
    LOW;

    /** The word that is stored and shown, for instance {@code low}. */
    @Override
    public String toString() {
        return Words.of(this);
    }
}
