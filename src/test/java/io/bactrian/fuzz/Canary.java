package io.bactrian.fuzz;

import java.util.Optional;
import java.util.regex.Pattern;

/** What is planted in requests and must not come to light in logs, metrics and refusals. */
final class Canary {

    /** Digits of every number that a request carries. */
    static final String DIGITS = "5005559876";

    static final String NUMBER = "+1" + DIGITS;

    /** Part of every text that a request carries. */
    static final String TEXT = "qzxcanary";

    private static final Pattern PLANTED = Pattern.compile(
            "5(?:[^0-9]{0,3})005(?:[^0-9]{0,3})55(?:[^0-9]{0,3})9876|" + TEXT, Pattern.CASE_INSENSITIVE);

    private Canary() {}

    /** The planted thing with what stands around it, where there is one. */
    static Optional<String> in(String text) {
        var found = PLANTED.matcher(text);
        return found.find()
                ? Optional.of(
                        text.substring(Math.max(0, found.start() - 120), Math.min(text.length(), found.end() + 60)))
                : Optional.empty();
    }
}
