package io.bactrian.store.firestore;

import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.Priority;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one claim has got so far, and where it looks next. The first look is for whatever is due; mostly that is less than
 * is wanted, and all of it is taken. Where more is due, each priority is asked for alone, the most urgent first: in one
 * order over all of them, whatever is urgent and wanted for later would be read at every claim. Where another instance
 * was faster with some of a priority, there may be others of it to take in their place.
 */
public final class ClaimedMessages {

    private static final List<Priority> LOOKS = List.of(Priority.values());
    private static final int TRIES = 3;
    private static final int NOT_YET = -2;
    private static final int WHATEVER = -1;
    private static final Comparator<Taken> MOST_URGENT_FIRST = Comparator.comparing(Taken::rank)
            .thenComparing(Taken::due, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(taken -> taken.message().id());

    private final OutgoingDocuments documents = new OutgoingDocuments();
    private final List<Taken> taken = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private final int limit;
    private int look = NOT_YET;
    private int tries;
    private int asked;
    private boolean sawAll;
    private boolean lostSome;

    private record Taken(int rank, Instant due, OutgoingMessage message) {}

    ClaimedMessages(int limit) {
        this.limit = limit;
    }

    /** How many to look for now; 0 where there is no more to be had. */
    public synchronized int missing() {
        boolean over = look == WHATEVER && sawAll || next() >= LOOKS.size();
        return over ? 0 : limit - taken.size();
    }

    private int next() {
        return lostSome && !sawAll && tries < TRIES ? look : look + 1;
    }

    /** The same, for the round that begins with it, and one more of whatever is due: is that all? */
    public synchronized int nextRound() {
        int missing = missing();
        int next = next();
        tries = next == look ? tries + 1 : 1;
        look = next;
        lostSome = false;
        asked = look == WHATEVER ? missing + 1 : missing;
        return asked;
    }

    /** The fields that this round asks for, beside the time. */
    public synchronized Map<String, Object> wanted() {
        return look == WHATEVER ? Map.of() : Map.of("priority", LOOKS.get(look).toString());
    }

    /** None where the most urgent of them are to be looked for first. */
    public synchronized List<Map<String, Object>> candidates(List<Map<String, Object>> found) {
        sawAll = found.size() < asked;
        return look == WHATEVER && !sawAll ? List.of() : found;
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
