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

    public static Claim of(int limit, String owner, String provider, Instant now, Duration lease) {
        return new Claim(limit, owner, provider, now, now.plus(lease));
    }
}
