package io.bactrian.domain;

/**
 * What a route of an integrator is told: a message that came in, or a status that a message of ours has got.
 *
 * @param listener who is told, by the name that its source has
 * @param received the message, or null
 * @param changed the status, or null
 */
public record Notice(String listener, IncomingMessage received, StatusChange changed) {

    public static Notice of(IncomingMessage received) {
        return new Notice(null, received, null);
    }

    public static Notice of(StatusChange changed) {
        return new Notice(null, null, changed);
    }

    /** The same, for one of those who are told. */
    public Notice to(String who) {
        return new Notice(who, received, changed);
    }

    /** Names what is told: told again, it has the same one. */
    public String subject() {
        return received != null ? received.messageSid() : changed.id() + "-" + changed.status();
    }

    /** Notices of the same one are told in the order in which they came. */
    public Object order() {
        return received != null ? received.phoneNumber() : changed.id();
    }

    @Override
    public String toString() {
        return "Notice[" + listener + ", " + subject() + "]";
    }
}
