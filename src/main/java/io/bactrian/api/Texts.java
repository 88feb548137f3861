package io.bactrian.api;

import io.bactrian.web.Refused;

/** Texts that people write. */
final class Texts {

    private Texts() {}

    /**
     * The text itself.
     *
     * @throws Refused where it holds what no database and no phone can hold: NUL, or half of a character
     */
    static String checked(String field, String text) {
        if (text != null && text.codePoints().anyMatch(Texts::isUnfit)) {
            throw Refused.unprocessable(field, "holds a character that cannot be sent");
        }
        return text;
    }

    private static boolean isUnfit(int codePoint) {
        return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
    }
}
