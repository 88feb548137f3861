package io.bactrian.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * A request for messages that are due.
 *
 * @param limit how many at the most
 * @param owner the instance that will send them
 * @param provider whom it will send them through, put on record before the call; null where nothing is to be sent
 * @param now messages due at this time or before, UTC
 * @param leaseUntil until when they are the owner's, UTC
 */
public record Claim(int limit, String owner, String provider, Instant now, Instant leaseUntil) {

    /** How long a message is left alone that this version cannot read. */
    static final Duration PUT_OFF = Duration.ofHours(1);

    public static Claim of(int limit, String owner, String provider, Instant now, Duration lease) {
        return new Claim(limit, owner, provider, now, now.plus(lease));
    }

    /** Until when a message is left alone that this version cannot read, UTC; a newer one may be about to start. */
    public Instant putOffUntil() {
        return now.plus(PUT_OFF);
    }
}
