package io.bactrian.store.firestore;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.FieldPath;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Query;
import io.bactrian.domain.DeliveryReport;
import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.StoreException;
import io.bactrian.domain.Tenant;
import io.bactrian.domain.UserKey;
import io.bactrian.moving.MovedRecord;
import io.bactrian.moving.RecordKind;
import java.time.Instant;
import java.util.Map;

/**
 * Where the documents of a kind of record are, and the order in which they are read. Every order is one that Firestore
 * has an index for without being told: of one field and the id, or of the id alone.
 */
record HousePlace(Firestore firestore, RecordKind kind) {

    private static final DocumentIds IDS = new DocumentIds();
    private static final String NO_TIME = "-";

    /** @throws StoreException where the record has no key that can be one */
    DocumentReference document(MovedRecord moved) {
        Map<String, Object> values = moved.values();
        return switch (kind) {
            case USERS -> top(userKey(values));
            case OPT_OUTS -> top(optOutKey(values));
            case INCOMING_MESSAGES, OPT_OUT_CHANGES -> top(values.get("messageSid"));
            case OUTGOING_MESSAGES, API_KEYS, AUDIT_ENTRIES, BATCHES, IDEMPOTENCY_KEYS, MESSAGE_TRACES ->
                top(values.get("id"));
            case ACCOUNTS -> top(values.get("name"));
            case ATTEMPTS -> below(values, HistoryDocuments.ATTEMPTS, text(values.get("number")));
            case DELIVERY_REPORTS -> below(values, HistoryDocuments.REPORTS, reportId(values));
        };
    }

    /** Null where there is no number, which no document can be made of. */
    private static UserKey userKey(Map<String, Object> values) {
        PhoneNumber number = PhoneNumber.of((String) values.get("phoneNumber"));
        return number == null ? null : new UserKey((String) values.getOrDefault("tenant", Tenant.DEFAULT), number);
    }

    private static String optOutKey(Map<String, Object> values) {
        String number = (String) values.get("phoneNumber");
        String scope = (String) values.getOrDefault("scope", OptOutChange.ALL);
        return number == null ? null : OptOutDocuments.rowKey(number, scope);
    }

    private DocumentReference top(Object key) {
        return firestore.collection(kind.collection()).document(IDS.of(key));
    }

    private DocumentReference below(Map<String, Object> values, String collection, String id) {
        if (id.isEmpty()) {
            IDS.require(id);
        }
        return firestore
                .collection(OutgoingDocuments.COLLECTION)
                .document(IDS.of(values.get("messageId")))
                .collection(collection)
                .document(id);
    }

    private static String reportId(Map<String, Object> values) {
        return new ReportDocuments()
                .id(new DeliveryReport(
                        null,
                        null,
                        text(values.get("providerMessageId")),
                        null,
                        text(values.get("providerStatus")),
                        text(values.get("errorCode")),
                        null,
                        null,
                        null));
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    /** All of them, in no order. */
    Query all() {
        return switch (kind) {
            case ATTEMPTS -> belowMessages(HistoryDocuments.ATTEMPTS);
            case DELIVERY_REPORTS -> belowMessages(HistoryDocuments.REPORTS);
            // A number's document that says nothing about all senders is there for the others only, and has no time.
            case OPT_OUTS -> firestore.collection(kind.collection()).orderBy(OptOutDocuments.TIME);
            default -> firestore.collection(kind.collection());
        };
    }

    /** Other programs may have collections of the same name elsewhere; these are between two paths. */
    private Query belowMessages(String collection) {
        return firestore
                .collectionGroup(collection)
                .whereGreaterThan(FieldPath.documentId(), firestore.document(OutgoingDocuments.COLLECTION + "/\u0001"))
                .whereLessThan(FieldPath.documentId(), firestore.document(OutgoingDocuments.COLLECTION + "!/\u0001"));
    }

    /** The field that tells which came to be first, or null where that does not matter. */
    String time() {
        return switch (kind) {
            case INCOMING_MESSAGES -> "receivedAt";
            case OUTGOING_MESSAGES -> "queuedAt";
            case OPT_OUTS -> OptOutDocuments.TIME;
            default -> null;
        };
    }

    Query ordered() {
        boolean inOrder = time() == null || kind == RecordKind.OPT_OUTS;
        return (inOrder ? all() : all().orderBy(time())).orderBy(FieldPath.documentId());
    }

    /** The place of a document in the order, as text. */
    String mark(DocumentSnapshot document) {
        if (time() == null) {
            return document.getReference().getPath();
        }
        Instant at = new Fields(document.getData()).instant(time());
        return (at == null ? NO_TIME : at) + " " + document.getId();
    }

    /** What comes after a mark. */
    Query after(String mark) {
        if (time() == null) {
            return ordered().startAfter(firestore.document(mark));
        }
        String[] parts = mark.split(" ", 2);
        Instant at = NO_TIME.equals(parts[0]) ? null : Instant.parse(parts[0]);
        return ordered().startAfter(Fields.time(at), parts[1]);
    }
}
