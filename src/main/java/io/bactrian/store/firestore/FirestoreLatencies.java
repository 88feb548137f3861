package io.bactrian.store.firestore;

import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.FieldMask;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Query;
import io.bactrian.domain.Kind;
import io.bactrian.statistics.Latencies;
import io.bactrian.statistics.Latency;
import io.bactrian.statistics.Slot;
import io.bactrian.statistics.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How long the newest messages took: no aggregation of Firestore tells percentiles, and each document that is read is paid. */
class FirestoreLatencies implements Latencies {

    private static final int NEWEST = 300;

    private final Firestore firestore;
    private final CollectionReference incoming;
    private final CollectionReference outgoing;
    private final DocumentIds ids = new DocumentIds();

    FirestoreLatencies(Firestore firestore) {
        this.firestore = firestore;
        this.incoming = firestore.collection(IncomingDocuments.COLLECTION);
        this.outgoing = firestore.collection(OutgoingDocuments.COLLECTION);
    }

    @Override
    public Latency of(String tenant, Wait wait, Slot slot) {
        boolean acknowledgments = wait == Wait.WEBHOOK_TO_ACKNOWLEDGMENT;
        Query query = outgoing.whereEqualTo("tenant", tenant);
        if (acknowledgments) {
            query = query.whereEqualTo("kind", Kind.ACKNOWLEDGMENT.toString());
        }
        List<Fields> newest = newest(query, slot);
        Function<Fields, Instant> begin = acknowledgments ? received(newest) : FirestoreLatencies::wanted;
        Map<Integer, Long> buckets = newest.stream()
                .filter(message -> message.instant("sentAt") != null && begin.apply(message) != null)
                .map(message -> Duration.between(begin.apply(message), message.instant("sentAt")))
                .collect(Collectors.groupingBy(took -> Latency.bucket(took.toMillis()), Collectors.counting()));
        return Latency.of(buckets);
    }

    private static List<Fields> newest(Query query, Slot slot) {
        Query newest = query.whereGreaterThanOrEqualTo("queuedAt", Fields.time(slot.from()))
                .whereLessThan("queuedAt", Fields.time(slot.to()))
                .orderBy("queuedAt", Query.Direction.DESCENDING)
                .select("queuedAt", "sendAt", "sentAt", "answers")
                .limit(NEWEST);
        return Answers.to("find how long messages took", newest.get()).getDocuments().stream()
                .map(document -> new Fields(document.getData()))
                .toList();
    }

    private static Instant wanted(Fields message) {
        Instant sendAt = message.instant("sendAt");
        Instant queuedAt = message.instant("queuedAt");
        return sendAt != null && sendAt.isAfter(queuedAt) ? sendAt : queuedAt;
    }

    private Function<Fields, Instant> received(List<Fields> acknowledgments) {
        DocumentReference[] answered = acknowledgments.stream()
                .map(message -> message.text("answers"))
                .filter(Objects::nonNull)
                .distinct()
                .map(sid -> incoming.document(ids.of(sid)))
                .toArray(DocumentReference[]::new);
        Map<String, Instant> received = new HashMap<>();
        if (answered.length > 0) {
            List<DocumentSnapshot> found =
                    Answers.to("find answered messages", firestore.getAll(answered, FieldMask.of("receivedAt")));
            found.stream()
                    .filter(DocumentSnapshot::exists)
                    .forEach(document ->
                            received.put(document.getId(), new Fields(document.getData()).instant("receivedAt")));
        }
        return message -> message.text("answers") == null ? null : received.get(ids.of(message.text("answers")));
    }
}
