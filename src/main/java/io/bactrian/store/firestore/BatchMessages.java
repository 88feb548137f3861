package io.bactrian.store.firestore;

import com.google.api.core.ApiFuture;
import com.google.api.core.ApiFutures;
import com.google.cloud.Timestamp;
import com.google.cloud.firestore.BulkWriter;
import com.google.cloud.firestore.BulkWriterOptions;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Precondition;
import com.google.cloud.firestore.Query;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import com.google.cloud.firestore.WriteResult;
import com.google.common.util.concurrent.MoreExecutors;
import io.bactrian.batches.BatchStatus;
import io.bactrian.domain.MessageStatus;
import java.util.ArrayList;
import java.util.List;

/** The messages of a batch, changed one by one, and only where nobody else has changed them since they were read. */
final class BatchMessages {

    /** Whoever is changed meanwhile is read again. */
    private static final int ROUNDS = 5;

    private final BatchDocuments documents = new BatchDocuments();
    private final Firestore firestore;

    BatchMessages(Firestore firestore) {
        this.firestore = firestore;
    }

    private Query of(String batchId) {
        return firestore.collection(OutgoingDocuments.COLLECTION).whereEqualTo("batchId", batchId);
    }

    private Query in(String batchId, MessageStatus status) {
        return of(batchId).whereEqualTo(BatchDocuments.STATUS, status.toString());
    }

    ApiFuture<Long> count(String batchId, MessageStatus status) {
        return ApiFutures.transform(
                in(batchId, status).count().get(), found -> found.getCount(), MoreExecutors.directExecutor());
    }

    /** What is not yet as the status of the batch says. Only a queued message has a time when it is due, or was. */
    private Query wrong(String batchId, BatchStatus status) {
        return switch (status) {
            case PAUSED -> of(batchId).whereGreaterThan(BatchDocuments.DUE, Timestamp.MIN_VALUE);
            case RUNNING -> of(batchId).whereGreaterThan(BatchDocuments.HELD, Timestamp.MIN_VALUE);
            case CANCELED -> in(batchId, MessageStatus.QUEUED);
        };
    }

    void apply(String batchId, BatchStatus status) {
        for (int round = 0; round < ROUNDS; round++) {
            List<QueryDocumentSnapshot> found = find(wrong(batchId, status));
            if (found.isEmpty()) {
                return;
            }
            change(found, status);
        }
    }

    /** Nothing of the batch can come to be wrong any more. */
    boolean isSettled(String batchId, BatchStatus status) {
        return switch (status) {
            case PAUSED -> false;
            case RUNNING -> find(wrong(batchId, status).limit(1)).isEmpty();
            case CANCELED ->
                find(wrong(batchId, status).limit(1)).isEmpty()
                        && find(in(batchId, MessageStatus.SENDING).limit(1)).isEmpty();
        };
    }

    private static List<QueryDocumentSnapshot> find(Query query) {
        return Answers.to("find messages of a batch", query.get()).getDocuments();
    }

    private void change(List<QueryDocumentSnapshot> found, BatchStatus status) {
        BulkWriter writer = firestore.bulkWriter(
                BulkWriterOptions.builder().setThrottlingEnabled(false).build());
        List<ApiFuture<WriteResult>> writes = new ArrayList<>();
        for (QueryDocumentSnapshot message : found) {
            writes.add(writer.update(
                    message.getReference(),
                    documents.changes(message.getData(), status),
                    Precondition.updatedAt(message.getUpdateTime())));
        }
        Answers.to("change messages of a batch", writer.flush());
        writes.forEach(write -> Answers.toRace("change a message of a batch", write));
    }
}
