package io.bactrian.domain;

/** The medium of a message; all but SMS and MMS carry their name as a prefix of the address. */
public enum Channel {
    SMS,
    MMS,
    WHATSAPP,
    RCS,
    MESSENGER;

    /** The word that is stored and shown, for instance {@code messenger}. */
    @Override
    public String toString() {
        return Words.of(this);
    }
}
