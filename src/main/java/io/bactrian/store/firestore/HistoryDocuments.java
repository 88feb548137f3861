package io.bactrian.store.firestore;

import io.bactrian.messages.HistoryEvent;
import java.util.Map;

/** Documents of the collections below an outgoing message: one for each attempt, one for each report. */
public final class HistoryDocuments {

    static final String ATTEMPTS = "attempts";
    static final String REPORTS = "reports";

    private final DocumentIds ids = new DocumentIds();

    /** The path of the collection of a message's attempts. */
    public String attempts(String messageId) {
        return below(messageId, ATTEMPTS);
    }

    /** The path of the collection of a message's reports. */
    public String reports(String messageId) {
        return below(messageId, REPORTS);
    }

    private String below(String messageId, String collection) {
        return OutgoingDocuments.COLLECTION + "/" + ids.of(messageId) + "/" + collection;
    }

    HistoryEvent attempt(Map<String, Object> document) {
        Fields fields = new Fields(document);
        return new HistoryEvent(
                // An outcome may be stored where the beginning was not: its instance was killed in between.
                fields.instant("startedAt") == null ? fields.instant("endedAt") : fields.instant("startedAt"),
                "attempt",
                fields.integer("number"),
                fields.instant("endedAt"),
                fields.text("result"),
                fields.text("provider"),
                fields.text("providerMessageId"),
                null,
                fields.text("errorCode"),
                fields.text("errorMessage"));
    }

    HistoryEvent report(Map<String, Object> document) {
        Fields fields = new Fields(document);
        String errorCode = fields.text("errorCode", "");
        return new HistoryEvent(
                fields.instant("receivedAt"),
                "report",
                null,
                null,
                null,
                fields.text("provider"),
                fields.text("providerMessageId"),
                fields.text("providerStatus"),
                errorCode.isEmpty() ? null : errorCode,
                fields.text("errorMessage"));
    }
}
