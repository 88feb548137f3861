package io.bactrian.security;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells secrets that anybody would try first from those that somebody made. */
final class WeakSecrets {

    /** Words that stand in examples until somebody sets something else. */
    private static final List<String> PLACEHOLDERS =
            List.of("changeme", "changeit", "replaceme", "placeholder", "yoursecret", "yourpassword", "yourtoken");

    /** What is tried first, whatever digits or signs stand around it. */
    private static final Set<String> COMMON = Set.of(
            "password",
            "passwort",
            "secret",
            "admin",
            "administrator",
            "operator",
            "bactrian",
            "letmein",
            "welcome",
            "qwerty",
            "qwertyuiop",
            "iloveyou",
            "default",
            "example",
            "test",
            "abc",
            "todo",
            "");

    private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]");
    private static final int FEWEST_DIFFERENT = 6;

    private WeakSecrets() {}

    static boolean isPlaceholder(String secret) {
        String plain =
                NO_LETTER_OR_DIGIT.matcher(secret.toLowerCase(Locale.ROOT)).replaceAll("");
        return PLACEHOLDERS.stream().anyMatch(plain::contains);
    }

    /** Whether it is a placeholder, a word of those that are tried first, or the same few characters again and again. */
    static boolean isCommon(String secret) {
        String letters = NO_LETTER.matcher(secret.toLowerCase(Locale.ROOT)).replaceAll("");
        return isPlaceholder(secret)
                || COMMON.contains(letters)
                || secret.codePoints().distinct().count() < FEWEST_DIFFERENT;
    }
}
