package io.bactrian.store.firestore;

import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.Firestore;
import io.bactrian.domain.StoreException;
import io.bactrian.moving.RecordKind;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whose message each id of a provider belongs to, as the documents of moved messages and reports tell it. Nobody else
 * does: a receipt is no record of its own. Messages move before reports, and the first to name a receipt has it.
 */
final class HouseReceipts {

    private static final DocumentIds IDS = new DocumentIds();

    private final CollectionReference receipts;

    HouseReceipts(Firestore firestore) {
        this.receipts = firestore.collection(ReceiptDocuments.COLLECTION);
    }

    /** @throws StoreException where an id of a provider cannot be a document's */
    Map<DocumentReference, Map<String, Object>> of(
            RecordKind kind, Map<DocumentReference, Map<String, Object>> documents) {
        Map<DocumentReference, Map<String, Object>> found = new LinkedHashMap<>();
        if (kind == RecordKind.OUTGOING_MESSAGES || kind == RecordKind.DELIVERY_REPORTS) {
            documents.forEach((place, fields) -> {
                String id = (String) fields.get("providerMessageId");
                boolean ofNobody = kind == RecordKind.DELIVERY_REPORTS
                        && HouseDocuments.message(place).equals(id);
                if (id != null && !id.isEmpty() && !ofNobody) {
                    found.putIfAbsent(receipts.document(IDS.of(id)), receipt(kind, place, fields));
                }
            });
        }
        return found;
    }

    private static Map<String, Object> receipt(RecordKind kind, DocumentReference place, Map<String, Object> fields) {
        boolean report = kind == RecordKind.DELIVERY_REPORTS;
        return ReceiptDocuments.of(
                report ? HouseDocuments.message(place) : (String) fields.get("id"),
                (String) fields.get("provider"),
                (String) fields.get("providerMessageId"),
                (Integer) fields.get("segments"));
    }
}
