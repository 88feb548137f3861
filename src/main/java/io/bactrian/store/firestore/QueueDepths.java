package io.bactrian.store.firestore;

import com.google.cloud.Timestamp;
import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Query;
import io.bactrian.domain.Priority;
import io.bactrian.messages.QueueDepth;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** How much waits in each priority; Firestore counts in its indexes, a read for each thousand. */
class QueueDepths {

    private static final String DUE = "nextAttemptAt";

    private final CollectionReference outgoing;

    QueueDepths(CollectionReference outgoing) {
        this.outgoing = outgoing;
    }

    List<QueueDepth> at(Instant now) {
        return Stream.of(Priority.values()).map(priority -> of(priority, now)).toList();
    }

    private QueueDepth of(Priority priority, Instant now) {
        Query queued = outgoing.whereEqualTo("status", "queued").whereEqualTo("priority", priority.toString());
        Query due = queued.whereLessThanOrEqualTo(
                DUE, Timestamp.ofTimeSecondsAndNanos(now.getEpochSecond(), now.getNano()));
        return new QueueDepth(priority, count(queued), count(due), oldest(due));
    }

    private static long count(Query query) {
        return Answers.to("count what is queued", query.count().get()).getCount();
    }

    private static Instant oldest(Query due) {
        return Answers.to("find the oldest", due.orderBy(DUE).limit(1).get()).getDocuments().stream()
                .findFirst()
                .map(QueueDepths::dueAt)
                .orElse(null);
    }

    private static Instant dueAt(DocumentSnapshot message) {
        Timestamp time = message.getTimestamp(DUE);
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }
}
