package io.bactrian.domain;

/** Why an outgoing message exists. */
public enum Kind {
    MANUAL,
    API,
    ACKNOWLEDGMENT,
    AUTO_REPLY,
    CAMPAIGN,
    ALERT;

    /** The word that is stored and shown, for instance {@code alert}. */
    @Override
    public String toString() {
        return Words.of(this);
    }
}
