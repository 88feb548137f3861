package io.bactrian.store.firestore;

import com.google.cloud.firestore.FieldValue;
import io.bactrian.batches.Batch;
import io.bactrian.batches.BatchStatus;
import io.bactrian.domain.MessageStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Documents of the collection {@code batches}, and what the status of one changes in its messages. A message that is held
 * has neither {@code nextAttemptAt} nor {@code lane}, so that nothing which looks for the next one due meets it.
 */
final class BatchDocuments {

    static final String COLLECTION = "batches";
    static final String WATCHED = "watched";
    static final String STATUS = "status";
    static final String HELD = "heldDueAt";
    static final String DUE = "nextAttemptAt";
    private static final String LANE = OutgoingDocuments.LANE;

    Map<String, Object> of(Batch batch) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("id", batch.id());
        fields.put("tenant", batch.tenant());
        fields.put("operatorId", batch.operatorId());
        fields.put(STATUS, batch.status().toString());
        fields.put("accepted", batch.accepted());
        fields.put("rejected", batch.rejected());
        fields.put(WATCHED, false);
        fields.put("createdAt", Fields.time(batch.createdAt()));
        return fields;
    }

    Batch batch(Map<String, Object> document) {
        Fields fields = new Fields(document);
        return new Batch(
                fields.text("id"),
                fields.text("tenant"),
                fields.text("operatorId"),
                BatchStatus.of(fields.text(STATUS)),
                fields.count("accepted"),
                fields.count("rejected"),
                fields.instant("createdAt"));
    }

    /** What a message becomes in a batch of that status. */
    Map<String, Object> changes(Map<String, Object> message, BatchStatus status) {
        Fields fields = new Fields(message);
        Instant due = fields.instant(DUE);
        Instant held = fields.instant(HELD);
        if (!MessageStatus.QUEUED.toString().equals(fields.text(STATUS))) {
            // A report has moved it on while it was held: it must not become due again.
            return Map.of(HELD, FieldValue.delete());
        }
        return switch (status) {
            case PAUSED ->
                Map.of(
                        DUE,
                        FieldValue.delete(),
                        LANE,
                        FieldValue.delete(),
                        HELD,
                        Fields.time(due == null ? held : due));
            case RUNNING ->
                Map.of(
                        DUE,
                        Fields.time(held == null ? due : held),
                        LANE,
                        OutgoingDocuments.lane(message),
                        HELD,
                        FieldValue.delete());
            case CANCELED -> canceled();
        };
    }

    static Map<String, Object> canceled() {
        return Map.of(
                STATUS,
                MessageStatus.CANCELED.toString(),
                DUE,
                FieldValue.delete(),
                LANE,
                FieldValue.delete(),
                HELD,
                FieldValue.delete());
    }
}
