package io.bactrian.provider.twilio;

import io.bactrian.domain.MalformedWebhook;
import java.util.Locale;
import java.util.regex.Pattern;

/** The fields of a webhook, checked and cut so that they fit the columns of every store. */
final class WebhookFields {

    private static final Pattern SID = Pattern.compile("[A-Za-z0-9]{1,64}");
    private static final Pattern CODE = Pattern.compile("[0-9]{1,9}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_WORD = 32;

    private WebhookFields() {}

    /** @throws MalformedWebhook where it is missing or cannot be one */
    static String sid(FormBody form, String field) {
        String sid = required(form, field);
        if (!SID.matcher(sid).matches()) {
            throw MalformedWebhook.invalid(field);
        }
        return sid;
    }

    /** @throws MalformedWebhook where it is missing or cannot be one */
    static TwilioAddress address(FormBody form, String field) {
        TwilioAddress address = TwilioAddress.parse(required(form, field));
        if (address.number().isEmpty() || !isPlain(address.number(), LONGEST_NUMBER)) {
            throw MalformedWebhook.invalid(field);
        }
        return address;
    }

    /** The text as it was written, but for the character NUL, which databases refuse; empty where there is none. */
    static String text(FormBody form, String field) {
        String value = form.first(field);
        return value == null ? "" : cut(value.replace("\0", ""), LONGEST_TEXT);
    }

    /** A word of Twilio's own vocabulary, in lower case; empty where there is none. */
    static String word(FormBody form, String field) {
        String value = form.first(field);
        String clean = value == null ? "" : CONTROL.matcher(value).replaceAll("");
        return cut(clean.strip().toLowerCase(Locale.ROOT), LONGEST_WORD);
    }

    /** A code; empty where there is none, or something else, which is no code and is not to be told as one. */
    static String code(FormBody form, String field) {
        String word = word(form, field);
        return CODE.matcher(word).matches() ? word : "";
    }

    static boolean isPlain(String text, int longest) {
        return text.length() <= longest && !CONTROL.matcher(text).find();
    }

    private static String required(FormBody form, String field) {
        String value = form.first(field);
        if (value == null || value.isBlank()) {
            throw MalformedWebhook.missing(field);
        }
        return value;
    }

    /** Never through a pair of surrogates. */
    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
