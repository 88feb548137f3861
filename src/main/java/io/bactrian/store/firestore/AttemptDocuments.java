package io.bactrian.store.firestore;

import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.AttemptResult;
import io.bactrian.domain.DeliveryReport;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How the records of a message's attempts end. What ended stays as it ended, but for a provider that took it after all. */
public final class AttemptDocuments {

    /**
     * How one of the records changes.
     *
     * @param id the document's
     * @param seen as it was read, or null where there is none yet: its instance was killed before it was written
     */
    public record Ending(String id, Object seen, Map<String, Object> changes) {

        /** How the document is written: neither way overwrites what came meanwhile. */
        public String operation() {
            return seen == null ? "createDocument" : "updateDocument";
        }
    }

    /**
     * What happened to an attempt, as its record is to tell it; null where the record stays as it is.
     *
     * @param attempts the message's records
     * @param happened an {@code AttemptOutcome} or a {@code DeliveryReport}
     */
    public Ending ending(List<Map<String, Object>> attempts, Object happened) {
        return happened instanceof AttemptOutcome outcome
                ? byOutcome(attempts, outcome)
                : byReport(attempts, (DeliveryReport) happened);
    }

    private static Ending byOutcome(List<Map<String, Object>> attempts, AttemptOutcome outcome) {
        Map<String, Object> found = attempts.stream()
                .filter(attempt -> number(attempt) == outcome.attempt())
                .findFirst()
                .orElse(Map.of());
        if (!outcome.accepted() && hasEnded(found)) {
            return null;
        }
        Map<String, Object> changes = ended(found, outcome.result(), Fields.time(outcome.endedAt()));
        changes.put("number", outcome.attempt());
        changes.put("errorCode", outcome.errorCode());
        changes.put("errorMessage", outcome.errorMessage());
        putIfKnown(changes, "provider", outcome.provider());
        putIfKnown(changes, "providerMessageId", outcome.providerMessageId());
        return new Ending(String.valueOf(outcome.attempt()), found.get("_updateTime"), changes);
    }

    /** The attempt that a report is about has no receipt yet: the last one of those was accepted then. */
    private static Ending byReport(List<Map<String, Object>> attempts, DeliveryReport report) {
        String receipt = report.providerMessageId();
        if (!report.provesAccepted()
                || attempts.stream().anyMatch(attempt -> Objects.equals(receipt, attempt.get("providerMessageId")))) {
            return null;
        }
        return attempts.stream()
                .filter(attempt -> attempt.get("providerMessageId") == null)
                .filter(attempt -> !AttemptResult.REJECTED.toString().equals(attempt.get("result")))
                .max(Comparator.comparing(AttemptDocuments::number))
                .map(attempt -> accepted(attempt, report))
                .orElse(null);
    }

    private static Ending accepted(Map<String, Object> attempt, DeliveryReport report) {
        Map<String, Object> changes = ended(attempt, AttemptResult.ACCEPTED, Fields.time(report.receivedAt()));
        changes.put("providerMessageId", report.providerMessageId());
        changes.put("errorCode", null);
        changes.put("errorMessage", null);
        return new Ending(String.valueOf(number(attempt)), attempt.get("_updateTime"), changes);
    }

    private static Map<String, Object> ended(Map<String, Object> attempt, AttemptResult result, Object at) {
        Map<String, Object> changes = new HashMap<>();
        changes.put("result", result.toString());
        changes.put("endedAt", attempt.get("endedAt") == null ? at : attempt.get("endedAt"));
        return changes;
    }

    private static boolean hasEnded(Map<String, Object> attempt) {
        Object result = attempt.get("result");
        return result != null && !AttemptResult.UNKNOWN.toString().equals(result);
    }

    private static int number(Map<String, Object> attempt) {
        return new Fields(attempt).count("number");
    }

    private static void putIfKnown(Map<String, Object> changes, String name, Object value) {
        if (value != null) {
            changes.put(name, value);
        }
    }
}
