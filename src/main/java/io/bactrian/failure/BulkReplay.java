package io.bactrian.failure;

import io.bactrian.failure.ReplayReport.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A replay of many letters: what waits, and what came of the others. Whole on disk after each tick. */
final class BulkReplay {

    static final String RUNNING = "running";
    static final String PAUSED = "paused";
    static final String STOPPED = "stopped";
    static final String FINISHED = "finished";

    /** What is kept of it on disk. */
    record Kept(
            String id,
            String by,
            Instant startedAt,
            Instant endedAt,
            String state,
            int rate,
            int letters,
            int others,
            List<String> waiting,
            List<Result> results) {}

    private final Kept begun;
    private final List<String> waiting;
    private final List<Result> results;
    private String state;
    private Instant endedAt;

    BulkReplay(Kept kept) {
        this.begun = kept;
        this.waiting = new ArrayList<>(kept.waiting());
        this.results = new ArrayList<>(kept.results());
        this.state = kept.state();
        this.endedAt = kept.endedAt();
    }

    String id() {
        return begun.id();
    }

    Instant startedAt() {
        return begun.startedAt();
    }

    synchronized boolean goesOn() {
        return state.equals(RUNNING) || state.equals(PAUSED);
    }

    /** The letters of this second: one only, to find out, while the store is away. */
    synchronized List<String> batch() {
        int most = state.equals(PAUSED) ? 1 : begun.rate();
        return goesOn() ? List.copyOf(waiting.subList(0, Math.min(most, waiting.size()))) : List.of();
    }

    synchronized void ended(String letter, String result, String reason) {
        waiting.remove(letter);
        results.add(new Result(letter, result, reason));
        state = state.equals(PAUSED) ? RUNNING : state;
    }

    /** The store is away. The letter goes to the end, so that it holds up none of the others. */
    synchronized void away(String letter) {
        waiting.remove(letter);
        waiting.add(letter);
        state = goesOn() ? PAUSED : state;
    }

    synchronized void endWhereNothingWaits(Instant now) {
        if (goesOn() && waiting.isEmpty()) {
            end(FINISHED, now);
        }
    }

    synchronized void stop(Instant now) {
        if (goesOn()) {
            end(STOPPED, now);
        }
    }

    private void end(String how, Instant now) {
        state = how;
        endedAt = now;
    }

    synchronized Kept kept() {
        return new Kept(
                begun.id(),
                begun.by(),
                begun.startedAt(),
                endedAt,
                state,
                begun.rate(),
                begun.letters(),
                begun.others(),
                List.copyOf(waiting),
                List.copyOf(results));
    }

    ReplayReport report() {
        return ReplayReport.of(kept());
    }
}
