package io.bactrian.store.firestore;

import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.MessageStatus;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What the outcome of an attempt makes of the documents of its message. */
public final class OutcomeDocuments {

    /**
     * The fields of the message that change, or null where the outcome is an earlier attempt's or the message is
     * unknown. That the provider took it counts also where it comes late, from an earlier attempt. A delivery report may
     * have come before the answer of the send call: then the status has moved on and stays.
     *
     * @param stored the message as it is now, or null
     */
    public Map<String, Object> changes(Map<String, Object> stored, AttemptOutcome outcome) {
        if (stored == null || !counts(new Fields(stored).count("attempts"), outcome)) {
            return null;
        }
        Map<String, Object> changes = new HashMap<>();
        changes.put("leaseOwner", null);
        changes.put("leaseUntil", null);
        changes.put("awaitsDecision", false);
        putReceipt(changes, stored, outcome);
        if (stored.get("sentAt") == null) {
            putIfKnown(changes, "sentAt", Fields.time(outcome.sentAt()));
        }
        if (Arrays.stream(outcome.changesFrom()).map(Fields::word).anyMatch(stored.get("status")::equals)) {
            putState(changes, outcome);
            changes.put(
                    OutgoingDocuments.LANE,
                    outcome.status() == MessageStatus.QUEUED ? OutgoingDocuments.lane(stored) : null);
        }
        return changes;
    }

    private static boolean counts(int attempts, AttemptOutcome outcome) {
        return attempts == outcome.attempt() || attempts > outcome.attempt() && outcome.accepted();
    }

    private static void putReceipt(Map<String, Object> changes, Map<String, Object> stored, AttemptOutcome outcome) {
        if (stored.get("segments") == null) {
            putIfKnown(changes, "segments", outcome.segments());
        }
        if (stored.get("providerMessageId") == null) {
            putIfKnown(changes, "provider", outcome.provider());
            putIfKnown(changes, "providerMessageId", outcome.providerMessageId());
        }
        ReceiptDocuments.putIfSecond(changes, stored, outcome.providerMessageId());
    }

    private static void putState(Map<String, Object> changes, AttemptOutcome outcome) {
        changes.put("status", Fields.word(outcome.status()));
        changes.put("errorCode", outcome.errorCode());
        changes.put("errorMessage", outcome.errorMessage());
        changes.put("refusals", outcome.refusals());
        changes.put("asked", outcome.asked());
        changes.put("failedAt", Fields.time(outcome.failedAt()));
        changes.put("nextAttemptAt", Fields.time(outcome.nextAttemptAt()));
        changes.put("leaseUntil", Fields.time(outcome.leaseUntil()));
        changes.put("askAt", Fields.time(outcome.askAt()));
        changes.put("awaitsDecision", outcome.awaitsDecision());
    }

    private static void putIfKnown(Map<String, Object> changes, String name, Object value) {
        if (value != null) {
            changes.put(name, value);
        }
    }
}
