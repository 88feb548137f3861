package io.bactrian.store.firestore;

import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import com.google.cloud.firestore.Transaction;
import com.google.cloud.firestore.WriteBatch;
import io.bactrian.idempotency.IdempotencyKeys;
import io.bactrian.idempotency.IdempotentCall;
import io.bactrian.idempotency.KeptAnswer;
import io.bactrian.idempotency.Standing;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The collection {@code idempotencyKeys}; the id is the hash of who calls and of their key. */
class FirestoreIdempotencyKeys implements IdempotencyKeys {

    static final String COLLECTION = "idempotencyKeys";

    private static final String LEASE = "leaseUntil";
    private static final String EXPIRES = "expiresAt";
    private static final String STATUS = "status";

    /** As many writes as every version of Firestore takes in a commit. */
    private static final int AT_ONCE = 500;

    private final Firestore firestore;
    private final CollectionReference keys;

    FirestoreIdempotencyKeys(Firestore firestore) {
        this.firestore = firestore;
        this.keys = firestore.collection(COLLECTION);
    }

    @Override
    public Standing begin(IdempotentCall call) {
        return Answers.to("claim a key", firestore.runTransaction(transaction -> begin(transaction, call)));
    }

    private Standing begin(Transaction transaction, IdempotentCall call) throws Exception {
        DocumentReference key = keys.document(call.id());
        DocumentSnapshot found = transaction.get(key).get();
        Fields fields = new Fields(found.exists() ? found.getData() : Map.of());
        if (!found.exists() || !fields.instant(EXPIRES).isAfter(call.now())) {
            transaction.set(key, claimed(call));
            return Standing.toDo(call.newId());
        }
        Standing standing = Standing.of(call, fields.text("request"), answer(fields));
        boolean abandoned = !fields.instant(LEASE).isAfter(call.now());
        if (standing.kind() == Standing.Kind.UNDER_WAY && abandoned) {
            transaction.update(key, LEASE, Fields.time(call.leaseUntil()));
            return Standing.toDo(fields.text("newId"));
        }
        return standing;
    }

    private static Map<String, Object> claimed(IdempotentCall call) {
        return Map.of(
                "id",
                call.id(),
                "request",
                call.request(),
                "newId",
                call.newId(),
                LEASE,
                Fields.time(call.leaseUntil()),
                EXPIRES,
                Fields.time(call.expiresAt()));
    }

    private static KeptAnswer answer(Fields fields) {
        return fields.integer(STATUS) == null
                ? null
                : new KeptAnswer(
                        fields.integer(STATUS),
                        fields.text("contentType"),
                        fields.text("location"),
                        fields.text("answer"));
    }

    @Override
    public void keep(String id, KeptAnswer answer) {
        Map<String, Object> kept = new HashMap<>();
        kept.put(STATUS, answer.status());
        kept.put("contentType", answer.contentType());
        kept.put("location", answer.location());
        kept.put("answer", answer.body());
        updateUnanswered("keep an answer", id, kept);
    }

    @Override
    public void release(String id, Instant now) {
        updateUnanswered("release a key", id, Map.of(LEASE, Fields.time(now)));
    }

    private void updateUnanswered(String what, String id, Map<String, Object> changes) {
        DocumentReference key = keys.document(id);
        Answers.to(what, firestore.runTransaction(transaction -> {
            DocumentSnapshot found = transaction.get(key).get();
            if (found.exists() && found.get(STATUS) == null) {
                transaction.update(key, changes);
            }
            return null;
        }));
    }

    @Override
    public int forget(Instant now) {
        List<QueryDocumentSnapshot> expired = Answers.to(
                        "find expired keys",
                        keys.whereLessThanOrEqualTo(EXPIRES, Fields.time(now))
                                .limit(AT_ONCE)
                                .get())
                .getDocuments();
        if (expired.isEmpty()) {
            return 0;
        }
        WriteBatch batch = firestore.batch();
        expired.forEach(key -> batch.delete(key.getReference()));
        Answers.to("forget keys", batch.commit());
        return expired.size() + (expired.size() == AT_ONCE ? forget(now) : 0);
    }
}
