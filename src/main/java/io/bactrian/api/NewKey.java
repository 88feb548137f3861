package io.bactrian.api;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * A key that is wanted, as the contract lets it in.
 *
 * @param tenant whose data its holder is to see, or null for the caller's own
 * @param expiresAt from when on it opens nothing, or null for never
 */
public record NewKey(String name, List<String> scopes, String tenant, OffsetDateTime expiresAt) {}
