package io.bactrian.trial;

import io.bactrian.trace.Episode;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A candidate that is played beside the live flows. The live routes only ever leave a copy in a bounded queue; everything
 * else happens on the one thread that calls {@link #next}.
 */
final class Shadow implements Consumer<LiveText> {

    private static final int WAITING = 200;

    private final String id;
    private final ShadowOrder order;
    private final Instant since;
    private final String file;
    private final Pair pair;
    private final BlockingQueue<LiveText> waiting = new ArrayBlockingQueue<>(WAITING);
    private final AtomicLong dropped = new AtomicLong();
    private final Tally tally = new Tally();
    private Instant endedAt;
    private String ended;

    Shadow(String id, ShadowOrder order, Instant since, Pair pair) {
        this.id = id;
        this.order = order;
        this.since = since;
        this.pair = pair;
        this.file = pair.file();
    }

    String id() {
        return id;
    }

    @Override
    public void accept(LiveText text) {
        if (!waiting.offer(text)) {
            dropped.incrementAndGet();
        }
    }

    /** Plays one text, if one waits; says why it is to end, if it is. */
    String next() {
        LiveText text = waiting.poll();
        if (text == null) {
            return null;
        }
        try {
            pair.refresh();
            play(text, text.went().get());
        } catch (TrialRefused e) {
            return "the live flows were edited, and the candidate does not fit to them any more";
        }
        if (pair.isHopeless()) {
            return "the candidate did not end in time";
        }
        return tally.compared() >= order.messages() ? "as many were compared as were asked for" : null;
    }

    private void play(LiveText text, Episode went) {
        if (Decisions.failed(went)) {
            tally.failed();
            return;
        }
        Sample sample = new Sample(text.message(), text.user(), text.duplicate(), text.wishes(), Decisions.said(went));
        TrialResult live = pair.live(sample);
        if (!Decisions.of(live.steps()).equals(Decisions.of(Decisions.played(went)))) {
            tally.unlike();
            return;
        }
        tally.compared(text.message().messageSid(), pair.compare(live, sample));
    }

    /** On the thread that plays. */
    void end(Instant at, String why) {
        synchronized (this) {
            endedAt = at;
            ended = why;
        }
        waiting.clear();
        pair.close();
    }

    synchronized ShadowReport report() {
        return tally.in(new ShadowReport(
                id,
                file,
                ended == null ? "running" : "ended",
                order.by(),
                since,
                since.plus(order.duration()),
                order.messages(),
                endedAt,
                ended,
                0,
                0,
                dropped.get(),
                0,
                0,
                List.of(),
                0));
    }
}
