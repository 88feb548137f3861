package io.bactrian.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * A request for messages that are due.
 *
 * @param limit how many at the most
 * @param owner the instance that will send them
 * @param now messages due at this time or before, UTC
 * @param leaseUntil until when they are the owner's, UTC
 */
public record Claim(int limit, String owner, Instant now, Instant leaseUntil) {

    public static Claim of(int limit, String owner, Instant now, Duration lease) {
        return new Claim(limit, owner, now, now.plus(lease));
    }
}
