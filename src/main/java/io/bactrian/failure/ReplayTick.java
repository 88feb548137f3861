package io.bactrian.failure;

import io.bactrian.domain.StoreException;
import io.bactrian.failure.ReplayReport.Result;
import io.bactrian.web.Refused;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** The letters of one second of a replay, and what comes of each. */
@Component("replayTick")
public class ReplayTick {

    /** A stop waits 30 s for work in progress. */
    private static final long LONGEST_TICK_NS = TimeUnit.SECONDS.toNanos(10);

    private static final String GONE = "it does not wait any more: another replay has put it aside, or it was removed";

    private final BulkReplays replays;
    private volatile Optional<BulkReplay> tick = Optional.empty();
    private volatile boolean away;
    private volatile long begun;

    ReplayTick(BulkReplays replays) {
        this.replays = replays;
    }

    /** The ids of the letters of this second; those of one replay, whose results they are also after a stop. */
    public List<String> batch() {
        begun = System.nanoTime();
        away = false;
        tick = replays.current();
        return tick.map(BulkReplay::batch).orElse(List.of());
    }

    /** Whether a letter of the batch is still to be taken up; not once the store was away, or somebody stopped. */
    public boolean isNext(String letter) {
        boolean late = System.nanoTime() - begun > LONGEST_TICK_NS;
        return !away
                && !late
                && tick.map(replay -> replay.batch().contains(letter)).orElse(false);
    }

    /** @param summary null where the letter was not there */
    public void replayed(String letter, DeadLetterSummary summary) {
        tick.ifPresent(replay -> replay.ended(
                letter, summary == null ? Result.REFUSED : Result.REPLAYED, summary == null ? GONE : null));
    }

    /** The letter stays where it is; while the store is away it is taken up again. */
    public void failed(String letter, Throwable failure) {
        tick.ifPresent(replay -> {
            if (failure instanceof Refused) {
                replay.ended(letter, Result.REFUSED, failure.getMessage());
            } else if (isAway(failure)) {
                replay.away(letter);
                away = true;
            } else {
                replay.ended(letter, Result.FAILED, Cause.of(failure).line());
            }
        });
    }

    private static boolean isAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreException store) {
                return store.isUnavailable();
            }
        }
        return false;
    }

    /** A second's letters have been taken up, and that is put on disk. */
    public void end() {
        tick.ifPresent(replays::progressed);
    }
}
