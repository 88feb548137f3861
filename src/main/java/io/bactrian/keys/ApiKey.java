package io.bactrian.keys;

import java.time.Instant;
import java.util.List;

/**
 * What is known of a key; the key itself is known to nobody but its holder.
 *
 * @param id ours, safe to show
 * @param name what its maker calls it
 * @param scopes what its holder may do
 * @param tenant whose data its holder sees
 * @param createdBy the name of the caller who had it made
 * @param expiresAt from when on it opens nothing, UTC, or null for never
 * @param revokedAt since when it opens nothing, UTC, or null
 * @param lastUsedAt the hour in which it was last used, UTC, or null
 */
public record ApiKey(
        String id,
        String name,
        List<String> scopes,
        String tenant,
        Instant createdAt,
        String createdBy,
        Instant expiresAt,
        Instant revokedAt,
        Instant lastUsedAt) {

    public ApiKey {
        scopes = scopes.stream().distinct().sorted().toList();
    }

    /** Whether it opens anything at that time. */
    public boolean isGood(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }
}
