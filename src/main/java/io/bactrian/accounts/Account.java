package io.bactrian.accounts;

import java.time.Instant;

/**
 * Somebody who may log in. The password is known to nobody but them.
 *
 * @param name by which they log in, unique, in small letters
 * @param tenant whose data they see
 * @param active whether the account opens anything at the moment
 * @param createdBy the name of the caller who had it made
 * @param changedAt when role, password or state last changed, UTC: sessions that began before are over
 */
public record Account(
        String name,
        Role role,
        String tenant,
        boolean active,
        Instant createdAt,
        String createdBy,
        Instant changedAt) {}
