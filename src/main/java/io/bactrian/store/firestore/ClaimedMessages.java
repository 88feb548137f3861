package io.bactrian.store.firestore;

import io.bactrian.domain.OutgoingMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one claim has got so far. */
public class ClaimedMessages {

    private static final Comparator<Taken> MOST_URGENT_FIRST = Comparator.comparing(Taken::rank)
            .thenComparing(Taken::due, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(taken -> taken.message().id());

    private final OutgoingDocuments documents = new OutgoingDocuments();
    private final List<Taken> taken = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();

    private record Taken(int rank, Instant due, OutgoingMessage message) {}

    /**
     * Another instance has taken it.
     *
     * @param stored as it was when it was found
     */
    public synchronized void lost(Map<String, Object> stored) {
        // whoever takes whatever is there has nothing to remember
    }

    /** This instance has. */
    public synchronized void took(Map<String, Object> stored, Map<String, Object> changes) {
        Fields before = new Fields(stored);
        boolean wasDue = before.instant("nextAttemptAt") != null;
        Map<String, Object> after = new HashMap<>(stored);
        after.putAll(changes);
        OutgoingMessage message = documents.message(after);
        taken.add(new Taken(
                wasDue ? message.priorityRank() : 0, before.instant(wasDue ? "nextAttemptAt" : "leaseUntil"), message));
    }

    /** This instance has put it off. */
    public synchronized void putOff(Map<String, Object> stored) {
        unreadable.add(String.valueOf(stored.get("_id")));
    }

    /** The ids of those that were put off. */
    public synchronized List<String> unreadable() {
        return List.copyOf(unreadable);
    }

    public synchronized List<OutgoingMessage> messages() {
        return taken.stream().sorted(MOST_URGENT_FIRST).map(Taken::message).toList();
    }
}
