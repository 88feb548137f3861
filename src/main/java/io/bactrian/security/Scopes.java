package io.bactrian.security;

import io.bactrian.domain.Tenant;
import java.util.Set;

/** What a caller can be allowed to do. The contract says which call needs which. */
public final class Scopes {

    static final String OPS = "ops";
    static final Set<String> ALL = Set.of("sms:send", "sms:read", "users:read", "users:write", OPS, "admin");

    private Scopes() {}

    /**
     * Whether a caller of the tenant can hold the scope. {@code ops} shows and moves what is everybody's: dead letters,
     * metrics, routes. So it is for those who run the gateway, the default tenant.
     */
    public static boolean canBeHeld(String scope, String tenant) {
        return !OPS.equals(scope) || Tenant.DEFAULT.equals(tenant);
    }
}
