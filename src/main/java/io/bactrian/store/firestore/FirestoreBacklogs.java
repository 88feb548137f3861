package io.bactrian.store.firestore;

import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Query;
import io.bactrian.domain.MessageStatus;
import io.bactrian.statistics.Backlog;
import io.bactrian.statistics.Backlogs;
import java.time.Instant;

/** What is not over yet, by Firestore's own aggregation. */
class FirestoreBacklogs implements Backlogs {

    private final Firestore firestore;

    FirestoreBacklogs(Firestore firestore) {
        this.firestore = firestore;
    }

    @Override
    public Backlog of(String tenant) {
        Query queued = in(tenant, MessageStatus.QUEUED);
        Query unknown = in(tenant, MessageStatus.SENDING).whereEqualTo("awaitsDecision", true);
        Query first = queued.orderBy("queuedAt").select("queuedAt").limit(1);
        Instant oldest = Answers.to("find the oldest queued message", first.get()).getDocuments().stream()
                .map(document -> new Fields(document.getData()).instant("queuedAt"))
                .findFirst()
                .orElse(null);
        return new Backlog(count(queued), oldest, count(unknown));
    }

    private Query in(String tenant, MessageStatus status) {
        return firestore
                .collection(OutgoingDocuments.COLLECTION)
                .whereEqualTo("tenant", tenant)
                .whereEqualTo("status", status.toString());
    }

    private static long count(Query query) {
        return Answers.to("count messages", query.limit(Backlog.MOST).count().get())
                .getCount();
    }
}
