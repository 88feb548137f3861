package io.bactrian.store.firestore;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.SetOptions;
import com.google.cloud.firestore.WriteBatch;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Moved opt-outs: each its own document, all of a number in the document of that number, and what users have of it. */
final class HouseOptOuts {

    private static final DocumentIds IDS = new DocumentIds();

    private final OptOutDocuments optOuts = new OptOutDocuments();
    private final Firestore firestore;

    HouseOptOuts(Firestore firestore) {
        this.firestore = firestore;
    }

    /** Adds what is not there to the batch; what is there already stays as it is. */
    void add(WriteBatch batch, Map<DocumentReference, Map<String, Object>> rows) {
        Map<DocumentReference, DocumentSnapshot> found = found(rows);
        Map<String, Map<String, Object>> numbers = new LinkedHashMap<>();
        rows.forEach((place, row) -> {
            String number = (String) row.get("phoneNumber");
            DocumentReference ofNumber = ofNumber(number);
            Map<String, Object> known = numbers.computeIfAbsent(number, any -> data(found.get(ofNumber)));
            boolean ofAll = place.equals(ofNumber);
            if (ofAll ? known.get(OptOutDocuments.TIME) == null : !found.containsKey(place)) {
                if (!ofAll) {
                    batch.create(place, row);
                }
                Map<String, Object> added = ofAll ? row : asSender(number, row);
                batch.set(ofNumber, added, SetOptions.merge());
                merge(known, added);
            }
        });
        numbers.forEach((number, known) -> {
            DocumentReference user = user(number);
            if (found.containsKey(user)) {
                batch.update(user, optOuts.ofUser(known));
            }
        });
    }

    private static Map<String, Object> data(DocumentSnapshot known) {
        return known == null ? new HashMap<>() : new HashMap<>(known.getData());
    }

    private static Map<String, Object> asSender(String number, Map<String, Object> row) {
        return Map.of("phoneNumber", number, OptOutDocuments.SENDERS, Map.of(row.get("scope"), row));
    }

    private static void merge(Map<String, Object> known, Map<String, Object> added) {
        Map<Object, Object> senders = new HashMap<>();
        Stream.of(known, added)
                .map(fields -> fields.get(OptOutDocuments.SENDERS))
                .filter(Objects::nonNull)
                .forEach(some -> senders.putAll((Map<?, ?>) some));
        known.putAll(added);
        known.put(OptOutDocuments.SENDERS, senders);
    }

    private Map<DocumentReference, DocumentSnapshot> found(Map<DocumentReference, Map<String, Object>> rows) {
        DocumentReference[] wanted = rows.entrySet().stream()
                .flatMap(row -> {
                    String number = (String) row.getValue().get("phoneNumber");
                    return Stream.of(row.getKey(), ofNumber(number), user(number));
                })
                .distinct()
                .toArray(DocumentReference[]::new);
        return Answers.to("find opt-outs", firestore.getAll(wanted)).stream()
                .filter(DocumentSnapshot::exists)
                .collect(Collectors.toMap(DocumentSnapshot::getReference, document -> document));
    }

    private DocumentReference ofNumber(String number) {
        return firestore.collection(OptOutDocuments.COLLECTION).document(IDS.of(number));
    }

    /** Of the default tenant; the others' documents do not tell of opt-outs. */
    private DocumentReference user(String number) {
        return firestore.collection(UserDocuments.COLLECTION).document(IDS.of(number));
    }
}
