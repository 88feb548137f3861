package io.bactrian.store.firestore;

import com.google.api.core.ApiFuture;
import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Query;
import com.google.cloud.firestore.Transaction;
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
        DocumentReference document = batches.document(ids.of(batch.id()));
        Answers.to("begin a batch", firestore.runTransaction(transaction -> {
            if (!transaction.get(document).get().exists()) {
                transaction.create(document, documents.of(batch));
            }
            return null;
        }));
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
        boolean changed = Answers.to(
                "change a batch",
                firestore.runTransaction(transaction -> change(transaction, document, tenant, status)));
        if (changed) {
            apply(id, status, document);
        }
        return find(tenant, id);
    }

    private static boolean change(Transaction transaction, DocumentReference batch, String tenant, BatchStatus status)
            throws Exception {
        DocumentSnapshot found = transaction.get(batch).get();
        boolean may = tenant.equals(found.getString("tenant"))
                && BatchStatus.of(found.getString(BatchDocuments.STATUS)).canTransitionTo(status);
        if (may) {
            transaction.update(batch, Map.of(BatchDocuments.STATUS, status.toString(), BatchDocuments.WATCHED, true));
        }
        return may;
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
            Answers.to(
                    "settle a batch", firestore.runTransaction(transaction -> settle(transaction, document, status)));
        }
    }

    /** Only where nobody has given it another status meanwhile. */
    private static Void settle(Transaction transaction, DocumentReference batch, BatchStatus status) throws Exception {
        if (status.toString().equals(transaction.get(batch).get().getString(BatchDocuments.STATUS))) {
            transaction.update(batch, BatchDocuments.WATCHED, false);
        }
        return null;
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
