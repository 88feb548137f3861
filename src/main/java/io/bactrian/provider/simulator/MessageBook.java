package io.bactrian.provider.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** What the simulator remembers: the latest messages, in memory, and who waits for the next one. */
@Component
@WhileSimulated
class MessageBook {

    /**
     * Some messages, newest first.
     *
     * @param next the place to go on from, or null where nothing follows
     */
    record Slice(List<SimulatedMessage> messages, Long next) {}

    private final AtomicReferenceArray<BookEntry> places;
    private final Map<String, BookEntry> entries = new ConcurrentHashMap<>();
    private final Map<String, Long> latestTo = new ConcurrentHashMap<>();
    private final Waiters waiters = new Waiters();
    private volatile long first;
    private volatile long end;

    MessageBook(SimulatorSettings settings) {
        this.places = new AtomicReferenceArray<>(settings.keep());
    }

    void add(BookEntry entry) {
        SimulatedMessage message = entry.message();
        synchronized (this) {
            entry.put(end, latestTo.getOrDefault(message.to(), BookEntry.NOTHING));
            BookEntry oldest = places.getAndSet(slot(end), entry);
            entries.put(message.sid(), entry);
            latestTo.put(message.to(), end);
            end++;
            forget(oldest);
        }
        waiters.tell(message);
    }

    Optional<BookEntry> find(String sid) {
        return Optional.ofNullable(entries.get(sid));
    }

    /**
     * At most {@code limit} messages that fit, older than the place given, or the newest where it is null.
     *
     * @param to only those to this recipient, which are found without a look at the others; null: all
     */
    Slice newestFirst(String to, Predicate<SimulatedMessage> wanted, Long olderThan, int limit) {
        List<SimulatedMessage> found = new ArrayList<>();
        Long last = null;
        BookEntry entry = to == null ? at(end - 1) : at(latestTo.getOrDefault(to, BookEntry.NOTHING));
        while (entry != null) {
            SimulatedMessage message = entry.message();
            if ((olderThan == null || entry.place() < olderThan) && wanted.test(message)) {
                if (found.size() == limit) {
                    return new Slice(found, last);
                }
                found.add(message);
                last = entry.place();
            }
            entry = at(to == null ? entry.place() - 1 : entry.before());
        }
        return new Slice(found, null);
    }

    /** At most {@code limit} entries from that place on, oldest first; forgotten ones are passed over. */
    List<BookEntry> oldestFirst(long from, int limit) {
        List<BookEntry> found = new ArrayList<>();
        for (long place = Math.max(from, first + forgotten()); place < end && found.size() < limit; place++) {
            BookEntry entry = at(place);
            if (entry != null) {
                found.add(entry);
            }
        }
        return found;
    }

    /** The first message that fits, of those taken from now on. Complete or cancel it, or it waits for ever. */
    CompletableFuture<SimulatedMessage> next(Predicate<SimulatedMessage> wanted) {
        return waiters.next(wanted);
    }

    /** Where the next message will be put. */
    long end() {
        return end;
    }

    /** How many messages were dropped since all was forgotten, because there was no room. */
    long forgotten() {
        return Math.max(0, end - first - places.length());
    }

    /** Forgets all messages; places go on, so that a cursor from before finds nothing it should not. */
    synchronized List<BookEntry> clear() {
        List<BookEntry> all = oldestFirst(0, places.length());
        first = end;
        all.forEach(entry -> places.set(slot(entry.place()), null));
        entries.clear();
        latestTo.clear();
        return all;
    }

    private void forget(BookEntry entry) {
        if (entry != null) {
            entries.remove(entry.message().sid());
            latestTo.remove(entry.message().to(), entry.place());
        }
    }

    private int slot(long place) {
        return (int) (place % places.length());
    }

    /** The entry at that place, or null where it is forgotten, or none. */
    private BookEntry at(long place) {
        BookEntry entry = place < first ? null : places.get(slot(place));
        return entry == null || entry.place() != place ? null : entry;
    }
}
