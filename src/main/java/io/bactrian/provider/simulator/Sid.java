package io.bactrian.provider.simulator;

import java.util.UUID;
import java.util.regex.Pattern;

/** Twilio's identifiers: two letters for the kind of thing, then 32 hexadecimal digits. */
final class Sid {

    private static final Pattern MESSAGE = Pattern.compile("(SM|MM)[0-9a-fA-F]{32}");
    private static final Pattern SERVICE = Pattern.compile("MG[0-9a-fA-F]{32}");

    private Sid() {}

    /** A new one of a message; those with media begin with {@code MM}. */
    static String ofMessage(boolean media) {
        return (media ? "MM" : "SM") + UUID.randomUUID().toString().replace("-", "");
    }

    /** A new one of a call. */
    static String ofCall() {
        return "CA" + UUID.randomUUID().toString().replace("-", "");
    }

    static boolean isMessage(String text) {
        return MESSAGE.matcher(text).matches();
    }

    static boolean isService(String text) {
        return SERVICE.matcher(text).matches();
    }
}
