package io.bactrian.domain;

import java.util.Locale;

/** How enumerated values are written outside Java: lower case, hyphens between the words. */
public final class Words {

    private Words() {}

    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
