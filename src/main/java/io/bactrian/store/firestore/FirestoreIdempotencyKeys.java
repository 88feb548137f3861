package io.bactrian.store.firestore;

import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.FieldValue;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Precondition;
import com.google.cloud.firestore.QueryDocumentSnapshot;
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
    /** The client tries a write again of which it has not heard: by this a call knows what it did itself. */
    private static final String CLAIMANT = "claimant";

    private static final int ROUNDS = 5;

    private static final Standing UNDER_WAY = new Standing(Standing.Kind.UNDER_WAY, null, null);

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
        DocumentReference key = keys.document(call.id());
        return Answers.toRace("claim a key", key.create(claimed(call)))
                ? Standing.toDo(call.newId())
                : standing(call, Answers.to("find a key", key.get()));
    }

    /** No transaction: where many come at once, they would wait for one another. Whoever writes first is first. */
    private static Standing standing(IdempotentCall call, DocumentSnapshot found) {
        if (!found.exists()) {
            return UNDER_WAY;
        }
        Fields fields = new Fields(found.getData());
        if (!fields.instant(EXPIRES).isAfter(call.now())) {
            return changed(found, renewed(call)) ? Standing.toDo(call.newId()) : UNDER_WAY;
        }
        Standing standing = Standing.of(call, fields.text("request"), answer(fields));
        boolean mine = call.newId().equals(fields.text(CLAIMANT));
        boolean abandoned = !fields.instant(LEASE).isAfter(call.now());
        if (standing.kind() != Standing.Kind.UNDER_WAY || !mine && !abandoned) {
            return standing;
        }
        Map<String, Object> taken = Map.of(LEASE, Fields.time(call.leaseUntil()), CLAIMANT, call.newId());
        return mine || changed(found, taken) ? Standing.toDo(fields.text("newId")) : UNDER_WAY;
    }

    private static boolean changed(DocumentSnapshot found, Map<String, Object> changes) {
        return Answers.toRace(
                "change a key", found.getReference().update(changes, Precondition.updatedAt(found.getUpdateTime())));
    }

    private static Map<String, Object> renewed(IdempotentCall call) {
        Map<String, Object> fields = new HashMap<>(claimed(call));
        List.of(STATUS, "contentType", "location", "answer").forEach(field -> fields.put(field, FieldValue.delete()));
        return fields;
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
        boolean over = false;
        for (int round = 0; round < ROUNDS && !over; round++) {
            DocumentSnapshot found = Answers.to(what, keys.document(id).get());
            over = !found.exists() || found.get(STATUS) != null || changed(found, changes);
        }
        new OptimisticLock().require(over);
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
