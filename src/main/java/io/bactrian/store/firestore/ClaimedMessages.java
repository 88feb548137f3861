package io.bactrian.store.firestore;

import io.bactrian.domain.OutgoingMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one claim has got so far. Where another instance was faster with some messages, there may be others to take in
 * their place, so the claim looks again.
 */
public final class ClaimedMessages {

    private static final Comparator<Taken> MOST_URGENT_FIRST = Comparator.comparing(Taken::rank)
            .thenComparing(Taken::due, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(taken -> taken.message().id());

    private final OutgoingDocuments documents = new OutgoingDocuments();
    private final List<Taken> taken = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private final int limit;
    private boolean lostSome = true;

    private record Taken(int rank, Instant due, OutgoingMessage message) {}

    ClaimedMessages(int limit) {
        this.limit = limit;
    }

    /** How many to look for now; 0 where there is no more to be had. */
    public synchronized int missing() {
        return lostSome ? limit - taken.size() : 0;
    }

    /** The same, for the round that begins with it. */
    public synchronized int nextRound() {
        int missing = missing();
        lostSome = false;
        return missing;
    }

    /** Another instance has taken it. */
    public synchronized void lost() {
        lostSome = true;
    }

    /** This instance has. */
    public synchronized void took(Map<String, Object> stored, Map<String, Object> changes) {
        Fields before = new Fields(stored);
        boolean wasDue = before.instant("nextAttemptAt") != null;
        Map<String, Object> after = new HashMap<>(stored);
        after.putAll(changes);
        taken.add(new Taken(
                wasDue ? before.count("priorityRank") : 0,
                wasDue ? before.instant("nextAttemptAt") : before.instant("leaseUntil"),
                documents.message(after)));
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
