package io.bactrian.outbound;

import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.OutgoingMessage;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Lets whoever sends a message wait for its first attempt: {@link #expect} before it is queued, {@link #await}
 * afterwards, and {@link #settled} when the attempt is over. Whoever waits too long, or comes when too many wait, goes
 * without; nothing stays behind. It knows of attempts of this instance only.
 */
@Component
public class OutcomeWaiters {

    private static final int THREADS = 4;
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Duration longest;
    private final Duration grace;
    private final Semaphore places;
    private final ConcurrentMap<String, Waiter> expected = new ConcurrentHashMap<>();
    // Whoever settles a message, or the timer, must not have to write the waiting caller's answer.
    private final ExecutorService answering = Executors.newFixedThreadPool(THREADS, OutcomeWaiters::thread);

    @Autowired
    public OutcomeWaiters(SendSettings settings) {
        this(settings.patience(), settings.waiting());
    }

    /**
     * @param longest how long anybody may wait
     * @param waiting how many may wait at one time
     */
    public OutcomeWaiters(Duration longest, int waiting) {
        this(longest, waiting, GRACE);
    }

    /** @param grace how much longer than anybody may wait a message stays expected for which nobody comes */
    OutcomeWaiters(Duration longest, int waiting, Duration grace) {
        this.longest = longest;
        this.grace = grace;
        this.places = new Semaphore(waiting);
    }

    /** Somebody is going to wait for this message. */
    public void expect(OutgoingMessage message) {
        if (!places.tryAcquire()) {
            return;
        }
        Waiter waiter = new Waiter(new CompletableFuture<>(), new CompletableFuture<>());
        if (expected.putIfAbsent(message.id(), waiter) != null) {
            places.release();
            return;
        }
        waiter.over()
                .completeOnTimeout(null, longest.plus(grace).toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((done, failure) -> {
                    expected.remove(message.id(), waiter);
                    waiter.outcome().complete(null);
                    places.release();
                });
    }

    /**
     * @param patience how long to wait; never longer than the settings allow
     * @return completes once the attempt is over or the time is up, whichever comes first
     */
    public CompletableFuture<Progress> await(OutgoingMessage message, Duration patience) {
        Waiter waiter = expected.get(message.id());
        if (waiter == null) {
            return CompletableFuture.completedFuture(new Progress(message, null));
        }
        CompletableFuture<AttemptOutcome> outcome = waiter.outcome();
        if (patience.isZero()) {
            outcome.complete(null);
        } else {
            long millis = Math.min(patience.toMillis(), longest.toMillis());
            outcome.completeOnTimeout(null, millis, TimeUnit.MILLISECONDS);
        }
        return outcome.whenComplete((done, failure) -> waiter.over().complete(null))
                .thenApplyAsync(done -> new Progress(message, done), answering);
    }

    /** An attempt is over; does nothing where nobody waits for it. */
    public void settled(AttemptOutcome outcome) {
        Waiter waiter = expected.get(outcome.id());
        if (waiter != null) {
            waiter.outcome().complete(outcome);
        }
    }

    /** How many messages somebody waits for. */
    public int waiting() {
        return expected.size();
    }

    @PreDestroy
    void close() {
        expected.values().forEach(waiter -> waiter.over().complete(null));
        answering.shutdown();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "outcome-answers");
        thread.setDaemon(true);
        return thread;
    }

    /** @param over completes when nobody waits any more */
    private record Waiter(CompletableFuture<AttemptOutcome> outcome, CompletableFuture<Void> over) {}
}
