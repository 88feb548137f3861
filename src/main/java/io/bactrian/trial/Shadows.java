package io.bactrian.trial;

import io.bactrian.failure.Cause;
import io.bactrian.trace.TraceSettings;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import org.springframework.stereotype.Component;

/** Candidates beside the live flows, one at a time, and what was found by the last ones; in memory only. */
@Component
public class Shadows {

    private static final int REMEMBERED = 20;
    private final Stage stage;
    private final LiveCopies copies;
    private final TraceSettings trace;
    private final Clock clock;
    private final Deque<Shadow> known = new ArrayDeque<>();
    private final PlayingThread thread = new PlayingThread();
    private Shadow running;
    private Future<?> timeOver;

    Shadows(Stage stage, LiveCopies copies, TraceSettings trace, Clock clock) {
        this.stage = stage;
        this.copies = copies;
        this.trace = trace;
        this.clock = clock;
    }

    /** Whether the live routes leave anything to compare with. */
    public boolean arePossible() {
        return trace.enabled();
    }

    /**
     * @return nothing where one is running
     * @throws TrialRefused where the candidate cannot be tried
     */
    public synchronized Optional<ShadowReport> start(ShadowOrder order) {
        if (running != null) {
            return Optional.empty();
        }
        String id = "shadow-" + UUID.randomUUID().toString().substring(0, 8);
        Shadow shadow = new Shadow(id, order, clock.instant(), new Pair(stage, order.candidate()));
        running = shadow;
        known.addFirst(shadow);
        if (known.size() > REMEMBERED) {
            known.removeLast();
        }
        copies.to(shadow);
        timeOver = thread.after(order.duration(), () -> end(shadow, "its time was over"));
        thread.play(() -> isPlayedOn(shadow));
        return Optional.of(shadow.report());
    }

    private boolean isPlayedOn(Shadow shadow) {
        if (!isRunning(shadow)) {
            return false;
        }
        String over;
        try {
            over = shadow.next();
        } catch (RuntimeException e) {
            over = "it failed: " + Cause.of(e).line();
        }
        if (over != null) {
            end(shadow, over);
        }
        return over == null;
    }

    private synchronized boolean isRunning(Shadow shadow) {
        return running == shadow;
    }

    private synchronized void end(Shadow shadow, String why) {
        if (running == shadow) {
            copies.to(null);
            timeOver.cancel(false);
            running = null;
            shadow.end(clock.instant(), why);
        }
    }

    /** The newest first. */
    public synchronized List<ShadowReport> list() {
        return known.stream().map(Shadow::report).toList();
    }

    public synchronized Optional<ShadowReport> find(String id) {
        return named(id).map(Shadow::report);
    }

    private synchronized Optional<Shadow> named(String id) {
        return known.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** What it found; nothing where nobody knows it. Waits for the text that is being played. */
    public Optional<ShadowReport> end(String id) {
        named(id).ifPresent(shadow -> thread.between(() -> end(shadow, "it was ended by a call")));
        return find(id);
    }

    @PreDestroy
    void stop() {
        copies.to(null);
        thread.stop();
    }
}
