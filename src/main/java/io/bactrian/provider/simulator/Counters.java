package io.bactrian.provider.simulator;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/** How often each thing happened since the start, or since all was forgotten. */
@Component
@WhileSimulated
class Counters {

    enum Count {
        CREATE_CALLS,
        ACCEPTED,
        REFUSED,
        LIST_CALLS,
        FETCH_CALLS,
        POSTED,
        TAKEN,
        LOST,
        DOUBLED,
        DELAYED,
        REORDERED,
        DROPPED
    }

    private final Map<Count, LongAdder> counts = new EnumMap<>(Count.class);
    private final Map<String, LongAdder> faults = new ConcurrentHashMap<>();
    private final AtomicLong moving = new AtomicLong();

    Counters() {
        for (Count count : Count.values()) {
            counts.put(count, new LongAdder());
        }
    }

    void add(Count count) {
        counts.get(count).increment();
    }

    long of(Count count) {
        return counts.get(count).sum();
    }

    void addFault(String name) {
        faults.computeIfAbsent(name, added -> new LongAdder()).increment();
    }

    SortedMap<String, Long> faults() {
        SortedMap<String, Long> sums = new TreeMap<>();
        faults.forEach((name, sum) -> sums.put(name, sum.sum()));
        return sums;
    }

    /** A message has set out. */
    void setOut() {
        moving.incrementAndGet();
    }

    /** A message has come to its end, and so have its reports. */
    void arrived() {
        moving.decrementAndGet();
    }

    /** How many messages are between the two. */
    long moving() {
        return moving.get();
    }

    /** All but what moves, which comes to its end by itself. */
    void reset() {
        counts.values().forEach(LongAdder::reset);
        faults.clear();
    }
}
