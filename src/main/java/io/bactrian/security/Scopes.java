package io.bactrian.security;

import java.util.Set;

/** What a caller can be allowed to do. The contract says which call needs which. */
final class Scopes {

    static final String OPS = "ops";
    static final Set<String> ALL = Set.of("sms:send", "sms:read", "users:read", "users:write", OPS);

    private Scopes() {}
}
