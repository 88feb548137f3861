package io.bactrian.faults;

import java.util.regex.Pattern;

/** The numbers and texts of a scenario, made so that they are known again wherever they should not be. */
final class Numbers {

    static final String OURS = "+15005550006";

    /** What no log may hold. */
    static final Pattern PERSONAL = Pattern.compile("(?<!\\w)\\+?1(415|646|213)5\\d{6}(?!\\w)|periwinkle");

    private static final String REGISTERED = "+14155";

    private Numbers() {}

    /** Somebody in the directory. */
    static String registered(int person) {
        return REGISTERED + "%06d".formatted(person);
    }

    /** Somebody whom nobody knows. */
    static String stranger(int person) {
        return "+16465%06d".formatted(person);
    }

    /** Somebody to whom a program sends. */
    static String recipient(int person) {
        return "+12135%06d".formatted(person);
    }

    static boolean isRegistered(String number) {
        return number.startsWith(REGISTERED);
    }

    static String text(int number) {
        return "A periwinkle, the " + number + "th";
    }
}
