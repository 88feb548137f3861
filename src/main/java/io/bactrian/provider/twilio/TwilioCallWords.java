package io.bactrian.provider.twilio;

import io.bactrian.domain.MessageStatus;
import java.util.Map;

/**
 * Twilio's words for the state of a call, and where each puts the message that it is.
 *
 * <p>Our {@code sent} says that the provider has taken the call. Only {@code completed} says that somebody, or a machine,
 * has answered it; while it is {@code in-progress} it may still end otherwise. Words yet unknown move nothing.
 *
 * @param reason in our words why the call did not come about, or null
 */
record TwilioCallWords(MessageStatus status, String reason) {

    private static final TwilioCallWords TAKEN = new TwilioCallWords(MessageStatus.SENT, null);
    private static final TwilioCallWords UNKNOWN = new TwilioCallWords(null, null);

    private static final Map<String, TwilioCallWords> TABLE = Map.of(
            "queued", TAKEN,
            "initiated", TAKEN,
            "ringing", TAKEN,
            "in-progress", TAKEN,
            "completed", new TwilioCallWords(MessageStatus.DELIVERED, null),
            "busy", new TwilioCallWords(MessageStatus.UNDELIVERED, "the line was busy"),
            "no-answer", new TwilioCallWords(MessageStatus.UNDELIVERED, "nobody answered"),
            "canceled", new TwilioCallWords(MessageStatus.UNDELIVERED, "the call was canceled before it was answered"),
            "failed", new TwilioCallWords(MessageStatus.FAILED, "the call could not be put through"));

    static TwilioCallWords of(String word) {
        return TABLE.getOrDefault(word, UNKNOWN);
    }
}
