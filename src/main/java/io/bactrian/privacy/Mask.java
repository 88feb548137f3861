package io.bactrian.privacy;

import io.bactrian.domain.PhoneNumber;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what looks like a phone number in any text and masks it: the net under code that should not have printed it. */
public final class Mask {

    /** Ten to fifteen digits that stand alone, or eight and more behind a plus sign, which may be percent-encoded. */
    private static final Pattern NUMBER =
            Pattern.compile("(?i)(?:\\+|%2B)(\\d{8,15})(?!\\d)|(?<![\\w.+-])(\\d{10,15})(?![\\w-])");

    private Mask() {}

    public static String numbersIn(String text) {
        if (text == null) {
            return null;
        }
        Matcher matcher = NUMBER.matcher(text);
        return matcher.replaceAll(found -> {
            String digits = found.group(1) == null ? found.group(2) : found.group(1);
            return Matcher.quoteReplacement(new PhoneNumber("+" + digits).masked());
        });
    }
}
