package io.bactrian.domain;

import java.time.Instant;

/**
 * A person whom the directory knows.
 *
 * @param id ours, safe to show and to put into a URL
 * @param optedOut whether the number asked not to be texted
 * @param optedOutAt since when, UTC, or null
 * @param createdAt UTC
 */
public record User(
        String id,
        PhoneNumber phoneNumber,
        String name,
        UserStatus status,
        boolean optedOut,
        Instant optedOutAt,
        String tenant,
        Instant createdAt) {

    /** A sender is registered when the user exists and is active. */
    public boolean isActive() {
        return status == UserStatus.ACTIVE;
    }

    @Override
    public String toString() {
        return "User[" + id + "]";
    }
}
