package io.bactrian.security;

import io.bactrian.domain.Tenant;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who is calling.
 *
 * @param name of the operator or of the key, or the subject of the token; at most 128 characters
 * @param scopes what they may do. What concerns the whole gateway is for the default tenant alone, whatever the token of
 *     another says
 * @param tenant whose data they see
 * @param via how they proved who they are
 * @param keyId of their key, or null where they have none
 */
public record Caller(String name, Set<String> scopes, String tenant, Via via, String keyId) {

    private static final int LONGEST_NAME = 128;
    /** No store takes all of them, and none belongs into a name. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** How a caller proves who they are. */
    public enum Via {
        TOKEN,
        KEY,
        PASSWORD,
        SESSION
    }

    public Caller {
        String plain = name == null ? "unnamed" : CONTROL.matcher(name).replaceAll("");
        name = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
        scopes = scopes.stream()
                .filter(scope -> Scopes.canBeHeld(scope, tenant))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whose keys and whose calls they are shown: null for everybody's, which is for the default tenant. */
    public String reach() {
        return Tenant.DEFAULT.equals(tenant) ? null : tenant;
    }
}
