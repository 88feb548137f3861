package io.bactrian.domain;

/**
 * Whom of ours a message comes from, or was written to.
 *
 * @param number of ours, or null where a service chooses it
 * @param service the provider's id of a pool of senders (Twilio: {@code MG…}), or null where none is known to take part
 */
public record Sender(PhoneNumber number, String service) {

    @Override
    public String toString() {
        return "Sender[" + number + ", " + service + "]";
    }
}
