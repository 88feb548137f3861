package io.bactrian.domain;

import java.util.regex.Pattern;

/** Whose something is: users, messages and keys belong to a tenant, which is known by its name. */
public final class Tenant {

    /** Whose everything is that does not say otherwise; it runs the gateway, too. */
    public static final String DEFAULT = "default";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private Tenant() {}

    /** Whether a tenant can be called that. */
    public static boolean isName(String name) {
        return name != null && NAME.matcher(name).matches();
    }
}
