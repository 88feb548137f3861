package io.bactrian.store.firestore;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.FieldMask;
import com.google.cloud.firestore.FieldPath;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.WriteBatch;
import io.bactrian.domain.Tenant;
import io.bactrian.moving.RecordKind;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Creates the documents that are not there. Users have their opt-out in them, whichever of the two comes first; with
 * messages and reports go their receipts.
 */
final class HouseBatch {

    /** With a message goes its receipt, with an opt-out its number and a user; 500 writes are what every version of Firestore takes in a commit. */
    private static final int DOCUMENTS = 160;

    /** A commit may have 10 MiB, and a character up to three bytes. */
    private static final long CHARACTERS = 2_000_000;

    private static final FieldMask NO_FIELDS = FieldMask.of(FieldPath.documentId());

    private final OptOutDocuments optOuts = new OptOutDocuments();
    private final Firestore firestore;
    private final HouseReceipts receipts;
    private final HouseOptOuts moved;

    HouseBatch(Firestore firestore) {
        this.firestore = firestore;
        this.receipts = new HouseReceipts(firestore);
        this.moved = new HouseOptOuts(firestore);
    }

    /** In as few commits as Firestore allows; whether all can be kept is found out before the first. */
    void createMissing(RecordKind kind, Map<DocumentReference, Map<String, Object>> documents) {
        receipts.of(kind, documents);
        Map<DocumentReference, Map<String, Object>> together = new LinkedHashMap<>();
        long characters = 0;
        for (Map.Entry<DocumentReference, Map<String, Object>> document : documents.entrySet()) {
            long size = document.getValue().toString().length();
            if (together.size() == DOCUMENTS || characters + size > CHARACTERS) {
                commit(kind, together);
                together.clear();
                characters = 0;
            }
            together.put(document.getKey(), document.getValue());
            characters += size;
        }
        commit(kind, together);
    }

    private void commit(RecordKind kind, Map<DocumentReference, Map<String, Object>> documents) {
        if (documents.isEmpty()) {
            return;
        }
        WriteBatch batch = firestore.batch();
        if (kind == RecordKind.OPT_OUTS) {
            moved.add(batch, documents);
            Answers.to("put " + kind.collection(), batch.commit());
            return;
        }
        Map<DocumentReference, Map<String, Object>> missing = receipts.of(kind, documents);
        removeFound(documents);
        removeFound(missing);
        if (kind == RecordKind.USERS) {
            addOptOuts(ofDefaultTenant(documents));
        }
        missing.putAll(documents);
        missing.forEach(batch::create);
        if (!missing.isEmpty()) {
            Answers.to("put " + kind.collection(), batch.commit());
        }
    }

    /** The others' documents do not tell of opt-outs. */
    private static Map<DocumentReference, Map<String, Object>> ofDefaultTenant(
            Map<DocumentReference, Map<String, Object>> users) {
        return users.entrySet().stream()
                .filter(user -> Tenant.DEFAULT.equals(user.getValue().get("tenant")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void removeFound(Map<DocumentReference, Map<String, Object>> documents) {
        documents.keySet().removeAll(found(documents.keySet(), NO_FIELDS).keySet());
    }

    private void addOptOuts(Map<DocumentReference, Map<String, Object>> users) {
        Map<DocumentReference, DocumentSnapshot> wishes = found(
                users.keySet().stream()
                        .map(user -> sameIn(OptOutDocuments.COLLECTION, user))
                        .toList(),
                null);
        users.forEach((user, fields) -> {
            DocumentSnapshot wish = wishes.get(sameIn(OptOutDocuments.COLLECTION, user));
            fields.putAll(optOuts.ofUser(wish == null ? Map.of() : wish.getData()));
        });
    }

    /** Both have the number as their id. */
    private DocumentReference sameIn(String collection, DocumentReference document) {
        return firestore.collection(collection).document(document.getId());
    }

    private Map<DocumentReference, DocumentSnapshot> found(Collection<DocumentReference> wanted, FieldMask fields) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        DocumentReference[] references = wanted.toArray(DocumentReference[]::new);
        return Answers.to("find what is there", firestore.getAll(references, fields)).stream()
                .filter(DocumentSnapshot::exists)
                .collect(Collectors.toMap(DocumentSnapshot::getReference, Function.identity()));
    }
}
