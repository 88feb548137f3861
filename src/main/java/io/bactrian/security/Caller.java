package io.bactrian.security;

import java.util.Set;

/**
 * Who is calling.
 *
 * @param name of the operator, or the subject of the token; at most 128 characters
 * @param scopes what they may do
 * @param tenant whose data they see
 */
public record Caller(String name, Set<String> scopes, String tenant) {

    static final String DEFAULT_TENANT = "default";

    private static final int LONGEST_NAME = 128;

    public Caller {
        name = name == null ? "unnamed" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
        scopes = Set.copyOf(scopes);
    }
}
