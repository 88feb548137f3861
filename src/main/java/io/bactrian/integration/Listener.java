package io.bactrian.integration;

import io.bactrian.domain.Notice;
import io.bactrian.spool.Journal;
import io.bactrian.spool.SpooledWork;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Somebody who is told, by a name that stays the same over restarts and edits. Whoever tells and whoever is told never
 * wait for one another: between them is a {@link Journal}.
 */
public final class Listener {

    private static final Logger log = LoggerFactory.getLogger(Listener.class);

    private final String name;
    private final Journal journal;
    private final Clock clock;
    private final Duration keepAbsent;
    private volatile Predicate<Notice> wants;
    private volatile Runnable wake;
    private volatile Instant absentSince;
    private volatile boolean forgotten;

    Listener(String name, Journal journal, Clock clock, Duration keepAbsent) {
        this.name = name;
        this.journal = journal;
        this.clock = clock;
        this.keepAbsent = keepAbsent;
    }

    public String name() {
        return name;
    }

    /** Somebody takes what waits, and goes before whoever did until now. */
    void attach(Predicate<Notice> wanted, Runnable waker) {
        wants = wanted;
        wake = waker;
        isBack();
    }

    /** Whether that is still who takes what waits. */
    public boolean isTakenBy(Runnable waker) {
        return wake == waker;
    }

    /** Nobody takes what waits; does nothing where somebody else does by now. */
    public void detach(Runnable waker) {
        if (isTakenBy(waker)) {
            isAbsent();
        }
    }

    /** There is nobody to be told at the moment. */
    public void isAbsent() {
        if (absentSince == null) {
            absentSince = clock.instant();
        }
    }

    /** There is somebody. */
    public void isBack() {
        absentSince = null;
        forgotten = false;
    }

    boolean wants(Notice notice) {
        return !isForgotten() && wants.test(notice);
    }

    private boolean isForgotten() {
        Instant since = absentSince;
        if (since != null && !forgotten && since.plus(keepAbsent).isBefore(clock.instant())) {
            forgotten = true;
            log.warn("nothing more is kept for the listener {}: its route is gone since {}", name, since);
        }
        return forgotten;
    }

    CompletionStage<Void> keep(Notice notice) {
        CompletionStage<Void> kept = journal.keep(notice.to(name));
        return kept.thenRun(() -> wake.run());
    }

    /** @throws IOException where the disk cannot be read */
    public List<SpooledWork> take(int howMany) throws IOException {
        return howMany <= 0 ? List.of() : journal.take(howMany);
    }

    public void done(SpooledWork work) {
        journal.done(work);
    }

    public void release(SpooledWork work) {
        journal.release(work);
    }

    /** How many notices wait. */
    public int waiting() {
        return journal.depth();
    }

    void close() throws IOException {
        journal.close();
    }
}
