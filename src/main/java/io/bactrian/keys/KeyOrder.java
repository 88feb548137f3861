package io.bactrian.keys;

import java.time.Instant;
import java.util.List;

/**
 * A key that somebody wants.
 *
 * @param by the name of the caller who wants it
 * @param expiresAt from when on it opens nothing, UTC, or null for never
 */
public record KeyOrder(String name, List<String> scopes, String tenant, String by, Instant expiresAt) {}
