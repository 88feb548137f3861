package io.bactrian.store.firestore;

import com.google.api.core.ApiFuture;
import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Precondition;
import com.google.cloud.firestore.Query;
import io.bactrian.batches.Batch;
import io.bactrian.batches.BatchState;
import io.bactrian.batches.BatchStatus;
import io.bactrian.batches.Batches;
import io.bactrian.domain.MessageStatus;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The collection {@code batches}, and what its statuses mean for {@code outgoingMessages}. */
class FirestoreBatches implements Batches {

    private static final int ROUNDS = 5;

    private final BatchDocuments documents = new BatchDocuments();
    private final DocumentIds ids = new DocumentIds();
    private final Firestore firestore;
    private final CollectionReference batches;
    private final BatchMessages messages;

    FirestoreBatches(Firestore firestore) {
        this.firestore = firestore;
        this.batches = firestore.collection(BatchDocuments.COLLECTION);
        this.messages = new BatchMessages(firestore);
    }

    @Override
    public void begin(Batch batch) {
        Answers.toRace("begin a batch", batches.document(ids.of(batch.id())).create(documents.of(batch)));
    }

    @Override
    public Optional<BatchState> find(String tenant, String id) {
        DocumentSnapshot found =
                Answers.to("find a batch", batches.document(ids.of(id)).get());
        return Optional.of(found)
                .filter(document -> tenant.equals(document.getString("tenant")))
                .map(document -> BatchState.of(documents.batch(document.getData()), counts(id)));
    }

    @Override
    public Optional<BatchState> change(String tenant, String id, BatchStatus status) {
        DocumentReference document = batches.document(ids.of(id));
        boolean over = false;
        for (int round = 0; round < ROUNDS && !over; round++) {
            DocumentSnapshot found = Answers.to("find a batch", document.get());
            over = !mayChange(found, tenant, status)
                    || changed(found, Map.of(BatchDocuments.STATUS, status.toString(), BatchDocuments.WATCHED, true));
        }
        new OptimisticLock().require(over);
        find(tenant, id)
                .filter(state -> state.status().equals(status.toString()))
                .ifPresent(state -> apply(id, status, document));
        return find(tenant, id);
    }

    private static boolean mayChange(DocumentSnapshot found, String tenant, BatchStatus status) {
        return tenant.equals(found.getString("tenant"))
                && BatchStatus.of(found.getString(BatchDocuments.STATUS)).canTransitionTo(status);
    }

    private static boolean changed(DocumentSnapshot found, Map<String, Object> changes) {
        return Answers.toRace(
                "change a batch", found.getReference().update(changes, Precondition.updatedAt(found.getUpdateTime())));
    }

    @Override
    public void keep() {
        Query watched = batches.whereEqualTo(BatchDocuments.WATCHED, true);
        for (DocumentSnapshot found : Answers.to("find watched batches", watched.get())) {
            Batch batch = documents.batch(found.getData());
            apply(batch.id(), batch.status(), found.getReference());
        }
    }

    private void apply(String id, BatchStatus status, DocumentReference document) {
        messages.apply(id, status);
        if (messages.isSettled(id, status)) {
            DocumentSnapshot found = Answers.to("find a batch", document.get());
            // Where somebody has given it another status meanwhile, it stays watched.
            if (status.toString().equals(found.getString(BatchDocuments.STATUS))) {
                changed(found, Map.of(BatchDocuments.WATCHED, false));
            }
        }
    }

    private Map<MessageStatus, Long> counts(String id) {
        Map<MessageStatus, ApiFuture<Long>> asked = new EnumMap<>(MessageStatus.class);
        for (MessageStatus status : MessageStatus.values()) {
            asked.put(status, messages.count(id, status));
        }
        Map<MessageStatus, Long> counts = new EnumMap<>(MessageStatus.class);
        asked.forEach((status, count) -> counts.put(status, Answers.to("count a batch", count)));
        return counts;
    }
}
