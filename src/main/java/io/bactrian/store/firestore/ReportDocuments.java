package io.bactrian.store.firestore;

import io.bactrian.domain.DeliveryReport;
import io.bactrian.domain.ExpiryClaim;
import io.bactrian.domain.MessageStatus;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a delivery report makes of the documents of its message. */
public final class ReportDocuments {

    private final DocumentIds ids = new DocumentIds();

    /** The same report has the same id, however often it is posted. */
    public String id(DeliveryReport report) {
        return Stream.of(report.providerMessageId(), report.providerStatus(), report.errorCode())
                .filter(part -> part != null && !part.isEmpty())
                .map(ids::of)
                .collect(Collectors.joining("="));
    }

    public Map<String, Object> of(DeliveryReport report) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("provider", report.provider());
        fields.put("providerMessageId", report.providerMessageId());
        fields.put("providerStatus", report.providerStatus());
        fields.put("errorCode", report.errorCode());
        fields.put("errorMessage", report.errorMessage());
        fields.put("receivedAt", Fields.time(report.receivedAt()));
        return fields;
    }

    /**
     * The fields of the message that change, or null where it is unknown or the report changes nothing.
     *
     * @param stored the message as it is now, or null
     * @param standing whose message the report's receipt was first: another's is not this one's too
     */
    public Map<String, Object> changes(
            Map<String, Object> stored, DeliveryReport report, Map<String, Object> standing) {
        if (stored == null) {
            return null;
        }
        Map<String, Object> changes = new HashMap<>();
        if (report.provesAccepted()) {
            ReceiptDocuments.putIfSecond(changes, stored, report.providerMessageId());
        }
        if (moves(stored, report)) {
            putMove(changes, stored, report);
            boolean own = standing == null || report.messageId().equals(standing.get("messageId"));
            putIfEmpty(changes, stored, "providerMessageId", own ? report.providerMessageId() : null);
        }
        return changes.isEmpty() ? null : changes;
    }

    private static void putMove(Map<String, Object> changes, Map<String, Object> stored, DeliveryReport report) {
        changes.put("status", Fields.word(report.status()));
        changes.put("errorCode", report.errorCode().isEmpty() ? null : report.errorCode());
        changes.put("errorMessage", report.errorMessage());
        putIfEmpty(changes, stored, "provider", report.provider());
        putIfEmpty(changes, stored, "sentAt", Fields.time(report.sentAt()));
        putIfEmpty(changes, stored, "deliveredAt", Fields.time(report.deliveredAt()));
        if (isExpired(stored) || stored.get("failedAt") == null) {
            changes.put("failedAt", Fields.time(report.failedAt()));
        }
        changes.put("nextAttemptAt", null);
        changes.put(OutgoingDocuments.LANE, null);
        changes.put("leaseOwner", null);
        changes.put("leaseUntil", null);
        changes.put("askAt", Fields.time(report.askAt()));
        changes.put("awaitsDecision", false);
    }

    /** The sid of the incoming message that the report proves to be answered, or null. */
    public String answered(Map<String, Object> stored, DeliveryReport report) {
        return stored != null && report.provesSent() ? new Fields(stored).text("answers") : null;
    }

    /** What we gave up as expired ourselves was sent after all, if there is a report on it. */
    private static boolean moves(Map<String, Object> stored, DeliveryReport report) {
        if (isExpired(stored)) {
            return report.provesAccepted();
        }
        return Arrays.stream(report.movesFrom())
                .map(MessageStatus::toString)
                .anyMatch(word -> Objects.equals(word, stored.get("status")));
    }

    private static boolean isExpired(Map<String, Object> stored) {
        return MessageStatus.FAILED.toString().equals(stored.get("status"))
                && ExpiryClaim.EXPIRED.equals(stored.get("errorCode"));
    }

    private static void putIfEmpty(Map<String, Object> changes, Map<String, Object> stored, String name, Object value) {
        if (stored.get(name) == null) {
            changes.put(name, value);
        }
    }
}
