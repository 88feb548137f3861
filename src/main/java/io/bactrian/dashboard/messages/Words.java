package io.bactrian.dashboard.messages;

import java.util.List;
import java.util.Map;

/** What the contract's words mean to a person. In templates {@code words}. */
public final class Words {

    static final List<String> STATUSES =
            List.of("queued", "sending", "sent", "delivered", "undelivered", "failed", "canceled");
    static final List<String> KINDS = List.of("manual", "api", "acknowledgment", "auto-reply", "campaign", "alert");

    private static final Map<String, String> TONES = Map.of(
            "delivered",
            "good",
            "failed",
            "bad",
            "undelivered",
            "bad",
            "queued",
            "info",
            "sending",
            "info",
            "sent",
            "info");
    private static final Map<String, String> ICONS = Map.of(
            "delivered",
            "check",
            "failed",
            "cross",
            "undelivered",
            "cross",
            "queued",
            "clock",
            "sending",
            "clock",
            "sent",
            "outgoing",
            "canceled",
            "cross");
    private static final Map<String, String> RESULTS = Map.of(
            "accepted", "the provider took it",
            "rejected", "the provider refused it",
            "not-sent", "it could not be sent, and nothing was",
            "unknown", "nobody knows whether it was sent");

    private Words() {}

    public static final Words WORDS = new Words();

    public String tone(String status) {
        return TONES.getOrDefault(status, "quiet");
    }

    public String icon(String status) {
        return ICONS.get(status);
    }

    /** What an attempt came to. */
    public String result(String result) {
        return result == null ? "under way" : RESULTS.getOrDefault(result, result);
    }

    /** Why it is as it is, or null where there is nothing to say. */
    public String reason(String errorCode, String errorMessage) {
        if (errorCode == null) {
            return errorMessage;
        }
        return errorMessage == null ? "Error " + errorCode : errorMessage + " (" + errorCode + ")";
    }
}
