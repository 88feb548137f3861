package io.bactrian.provider.twilio;

import io.bactrian.domain.MessageStatus;
import java.util.Map;

/**
 * Twilio's words for the state of a message, and where each puts ours.
 *
 * <p>Our {@code sent} says that the provider has taken the message, which every word after the REST call proves, so
 * {@code queued} at Twilio is {@code sent} here. What Twilio cancels was taken and is never sent: {@code failed}. A
 * message that was read has been delivered. Words about incoming messages, and words yet unknown, move nothing.
 */
final class TwilioStatusWords {

    private static final Map<String, MessageStatus> TABLE = Map.ofEntries(
            Map.entry("accepted", MessageStatus.SENT),
            Map.entry("scheduled", MessageStatus.SENT),
            Map.entry("queued", MessageStatus.SENT),
            Map.entry("sending", MessageStatus.SENT),
            Map.entry("sent", MessageStatus.SENT),
            Map.entry("delivered", MessageStatus.DELIVERED),
            Map.entry("partially_delivered", MessageStatus.DELIVERED),
            Map.entry("read", MessageStatus.DELIVERED),
            Map.entry("undelivered", MessageStatus.UNDELIVERED),
            Map.entry("failed", MessageStatus.FAILED),
            Map.entry("canceled", MessageStatus.FAILED));

    private TwilioStatusWords() {}

    /** Null for a word that moves nothing. */
    static MessageStatus status(String word) {
        return TABLE.get(word);
    }
}
