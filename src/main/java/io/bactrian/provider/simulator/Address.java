package io.bactrian.provider.simulator;

import java.util.regex.Pattern;

/** What may stand in {@code To} and {@code From}: a number in E.164 form, a short code, an address on a channel. */
final class Address {

    private static final String E164 = "\\+[1-9]\\d{6,14}";
    private static final Pattern RECIPIENT = Pattern.compile(E164 + "|(whatsapp|rcs|messenger):\\S+");
    private static final Pattern CALLABLE = Pattern.compile(E164);
    private static final Pattern SHORT_CODE = Pattern.compile("\\d{3,8}");

    private Address() {}

    /** Whether a message can go there. */
    static boolean isRecipient(String text) {
        return RECIPIENT.matcher(text).matches();
    }

    /** Whether a call can go there, and come from there. */
    static boolean isCallable(String text) {
        return CALLABLE.matcher(text).matches();
    }

    /** Whether a message can come from there. */
    static boolean isSender(String text) {
        return isRecipient(text) || SHORT_CODE.matcher(text).matches();
    }

    /** The number without the channel's prefix. */
    static String number(String text) {
        return text.substring(text.indexOf(':') + 1);
    }
}
