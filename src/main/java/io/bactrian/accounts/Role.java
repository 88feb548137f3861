package io.bactrian.accounts;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody is to the gateway; each may do what the one before may, and more. */
public enum Role {
    OPERATOR(Set.of("sms:send", "sms:read", "users:read", "users:write")),
    OPS(with(OPERATOR, "ops")),
    ADMIN(with(OPS, "admin"));

    private final Set<String> scopes;

    Role(Set<String> scopes) {
        this.scopes = scopes;
    }

    /** The scopes of the contract that it opens. */
    public Set<String> scopes() {
        return scopes;
    }

    private static Set<String> with(Role less, String scope) {
        return Stream.concat(less.scopes.stream(), Stream.of(scope)).collect(Collectors.toUnmodifiableSet());
    }

    /** As the contract writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
