package io.bactrian.provider.simulator;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Who waits for the next message of some kind. */
final class Waiters {

    private record Waiting(Predicate<SimulatedMessage> wanted, CompletableFuture<SimulatedMessage> found) {}

    private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();

    void tell(SimulatedMessage message) {
        for (Waiting waiter : waiting) {
            if (waiter.wanted().test(message)) {
                waiter.found().complete(message);
            }
        }
    }

    CompletableFuture<SimulatedMessage> next(Predicate<SimulatedMessage> wanted) {
        Waiting waiter = new Waiting(wanted, new CompletableFuture<>());
        waiting.add(waiter);
        waiter.found().whenComplete((message, failure) -> waiting.remove(waiter));
        return waiter.found();
    }
}
