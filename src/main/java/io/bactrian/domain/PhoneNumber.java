package io.bactrian.domain;

import java.util.Set;

/**
 * The address of a person or of a sender: a number in E.164 form ({@code +15005550009}), a short code, or the name
 * that a channel gives its users.
 *
 * <p>It is personal data. Everything that prints it, by accident or not, prints it masked; only {@link #value()} gives
 * it whole, and only the store and the provider adapters may ask for that.
 */
public record PhoneNumber(String value) implements Comparable<PhoneNumber> {

    private static final String DOT = "•";
    private static final int SHOWN_DIGITS = 3;
    private static final int SHORTEST_NUMBER = 8;

    /** Country codes of one and two digits (ITU-T E.164 annex, 2016); every other code has three. */
    private static final Set<String> SHORT_COUNTRY_CODES = Set.of(
            "1", "7", "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47",
            "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81",
            "82", "84", "86", "90", "91", "92", "93", "94", "95", "98");

    public PhoneNumber {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("a phone number cannot be empty");
        }
    }

    /** The number of that text, or null where there is no text. */
    public static PhoneNumber of(String value) {
        return value == null || value.isBlank() ? null : new PhoneNumber(value);
    }

    /** Country code and last three digits ({@code +1•••••••009}); of anything shorter, only how long it is. */
    public String masked() {
        if (value.length() < SHORTEST_NUMBER) {
            return DOT.repeat(value.length());
        }
        String head = value.charAt(0) == '+' ? "+" + countryCode() : "";
        String tail = value.substring(value.length() - SHOWN_DIGITS);
        return head + DOT.repeat(value.length() - head.length() - tail.length()) + tail;
    }

    private String countryCode() {
        for (int digits = 1; digits <= 2; digits++) {
            String code = value.substring(1, 1 + digits);
            if (SHORT_COUNTRY_CODES.contains(code)) {
                return code;
            }
        }
        return value.substring(1, 4);
    }

    @Override
    public int compareTo(PhoneNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return masked();
    }
}
