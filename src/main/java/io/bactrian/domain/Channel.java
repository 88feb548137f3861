package io.bactrian.domain;

/**
 * The medium of a message; all but SMS, MMS and voice carry their name as a prefix of the address. A message by voice is
 * a call: its text is what is said, or its one media URL is where the instructions for the call are.
 */
public enum Channel {
    SMS,
    MMS,
    WHATSAPP,
    RCS,
    MESSENGER,
    VOICE;

    /** The word that is stored and shown, for instance {@code messenger}. */
    @Override
    public String toString() {
        return Words.of(this);
    }
}
