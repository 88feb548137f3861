package io.bactrian.store.firestore;

import com.google.api.core.ApiFuture;
import com.google.cloud.firestore.AggregateField;
import com.google.cloud.firestore.AggregateQuerySnapshot;
import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Query;
import io.bactrian.domain.MessageStatus;
import io.bactrian.statistics.Slot;
import io.bactrian.statistics.Traffic;
import io.bactrian.statistics.TrafficCounts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Counts by Firestore's own aggregation, of the time that is asked about: it reads indexes and no document. There is no
 * cost: a price depends on the number, which no aggregation looks at.
 */
class FirestoreTraffic implements TrafficCounts {

    private static final AggregateField SEGMENTS = AggregateField.sum("segments");
    private static final int MOST_TENANTS = 1_000;
    /** Of the slots; each is nine questions. */
    private static final int AT_ONCE = 8;

    private final CollectionReference incoming;
    private final CollectionReference outgoing;
    private final Query optOuts;
    private final Clock clock;

    FirestoreTraffic(Firestore firestore, Clock clock) {
        this.incoming = firestore.collection(IncomingDocuments.COLLECTION);
        this.outgoing = firestore.collection(OutgoingDocuments.COLLECTION);
        this.optOuts = firestore.collection(OptOutDocuments.COLLECTION);
        this.clock = clock;
    }

    @Override
    public List<Traffic> of(String tenant, List<Slot> slots) {
        List<Traffic> counted = new ArrayList<>();
        for (int from = 0; from < slots.size(); from += AT_ONCE) {
            List<Slot> some = slots.subList(from, Math.min(from + AT_ONCE, slots.size()));
            List<Asked> asked = some.stream().map(slot -> ask(tenant, slot)).toList();
            asked.forEach(answer -> counted.add(answer.answer()));
        }
        return counted;
    }

    private Asked ask(String tenant, Slot slot) {
        Map<MessageStatus, ApiFuture<AggregateQuerySnapshot>> byStatus = new EnumMap<>(MessageStatus.class);
        for (MessageStatus status : MessageStatus.values()) {
            Query query = within(outgoing.whereEqualTo("status", status.toString()), "queuedAt", tenant, slot);
            byStatus.put(
                    status, query.aggregate(AggregateField.count(), SEGMENTS).get());
        }
        Query wishes = within(optOuts.whereEqualTo("optedOut", true), OptOutDocuments.TIME, tenant, slot);
        return new Asked(
                tenant,
                slot,
                within(incoming, "receivedAt", tenant, slot).count().get(),
                byStatus,
                wishes.count().get());
    }

    private static Query within(Query query, String time, String tenant, Slot slot) {
        return query.whereEqualTo("tenant", tenant)
                .whereGreaterThanOrEqualTo(time, Fields.time(slot.from()))
                .whereLessThan(time, Fields.time(slot.to()));
    }

    /** From one to the next, so that it costs as many reads as there are tenants. */
    @Override
    public List<String> tenants() {
        List<String> tenants = new ArrayList<>();
        String next = nextTenant("");
        while (next != null && tenants.size() < MOST_TENANTS) {
            tenants.add(next);
            next = nextTenant(next);
        }
        return tenants;
    }

    private String nextTenant(String last) {
        Query query =
                outgoing.whereGreaterThan("tenant", last).orderBy("tenant").limit(1);
        return Answers.to("find tenants", query.get()).getDocuments().stream()
                .map(document -> document.getString("tenant"))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Instant asOf(String tenant) {
        return clock.instant();
    }

    /** Answers that are under way. */
    private record Asked(
            String tenant,
            Slot slot,
            ApiFuture<AggregateQuerySnapshot> incoming,
            Map<MessageStatus, ApiFuture<AggregateQuerySnapshot>> outgoing,
            ApiFuture<AggregateQuerySnapshot> optedOut) {

        Traffic answer() {
            Map<MessageStatus, Long> counts = new EnumMap<>(MessageStatus.class);
            long segments = 0;
            for (Map.Entry<MessageStatus, ApiFuture<AggregateQuerySnapshot>> entry : outgoing.entrySet()) {
                AggregateQuerySnapshot found = Answers.to("count messages", entry.getValue());
                counts.put(entry.getKey(), found.getCount());
                segments += found.get(SEGMENTS) instanceof Number sum ? sum.longValue() : 0;
            }
            counts.values().removeIf(count -> count == 0);
            long in = Answers.to("count messages", incoming).getCount();
            return new Traffic(
                    tenant,
                    slot,
                    in,
                    counts,
                    Answers.to("count opt-outs", optedOut).getCount(),
                    segments,
                    List.of());
        }
    }
}
