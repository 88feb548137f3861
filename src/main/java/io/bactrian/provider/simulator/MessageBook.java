package io.bactrian.provider.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
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

    private record Waiting(Predicate<SimulatedMessage> wanted, CompletableFuture<SimulatedMessage> found) {}

    private final int keep;
    private final AtomicLong places = new AtomicLong();
    private final ConcurrentNavigableMap<Long, String> order = new ConcurrentSkipListMap<>();
    private final Map<String, SimulatedMessage> messages = new ConcurrentHashMap<>();
    private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();

    MessageBook(SimulatorSettings settings) {
        this.keep = settings.keep();
    }

    void add(SimulatedMessage message) {
        messages.put(message.sid(), message);
        order.put(places.incrementAndGet(), message.sid());
        if (order.size() > keep) {
            messages.remove(order.pollFirstEntry().getValue());
        }
        waiting.stream().filter(waiter -> waiter.wanted().test(message)).forEach(waiter -> waiter.found()
                .complete(message));
    }

    Optional<SimulatedMessage> find(String sid) {
        return Optional.ofNullable(messages.get(sid));
    }

    /** Changes a message by a rule that may decline; the answer is the changed message, or nothing. */
    Optional<SimulatedMessage> change(String sid, Function<SimulatedMessage, Optional<SimulatedMessage>> rule) {
        SimulatedMessage message = messages.get(sid);
        while (message != null) {
            Optional<SimulatedMessage> changed = rule.apply(message);
            if (changed.isEmpty() || messages.replace(sid, message, changed.get())) {
                return changed;
            }
            message = messages.get(sid);
        }
        return Optional.empty();
    }

    /** At most {@code limit} messages that fit, older than the place given, or the newest where it is null. */
    Slice newestFirst(Predicate<SimulatedMessage> wanted, Long olderThan, int limit) {
        List<SimulatedMessage> found = new ArrayList<>();
        Long last = null;
        for (Map.Entry<Long, String> entry : order.headMap(olderThan == null ? Long.MAX_VALUE : olderThan, false)
                .descendingMap()
                .entrySet()) {
            SimulatedMessage message = messages.get(entry.getValue());
            if (message == null || !wanted.test(message)) {
                continue;
            }
            if (found.size() == limit) {
                return new Slice(found, last);
            }
            found.add(message);
            last = entry.getKey();
        }
        return new Slice(found, null);
    }

    /** The first message that fits, of those taken from now on. Complete or cancel it, or it waits for ever. */
    CompletableFuture<SimulatedMessage> next(Predicate<SimulatedMessage> wanted) {
        Waiting waiter = new Waiting(wanted, new CompletableFuture<>());
        waiting.add(waiter);
        waiter.found().whenComplete((message, failure) -> waiting.remove(waiter));
        return waiter.found();
    }
}
