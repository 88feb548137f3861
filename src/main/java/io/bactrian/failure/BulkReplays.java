package io.bactrian.failure;

import io.bactrian.GatewaySettings;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;

/**
 * Replays of many letters, one at a time. The route {@code replay-letters} takes up as many each second as the rate
 * says. After a restart a replay goes on with what had not been taken up.
 */
@DependsOn("deadLetters") // whose folder it is, and what a refused start names
@Component("bulkReplays")
public class BulkReplays {

    /** Letters of one replay: what came of each is in memory and in one file. */
    public static final int MOST = 10_000;

    private static final int REMEMBERED = 20;

    private final Clock clock;
    private final ReplayFolder folder;
    private final Deque<BulkReplay> replays = new ArrayDeque<>();

    BulkReplays(GatewaySettings settings, Clock clock) {
        this.clock = clock;
        this.folder =
                new ReplayFolder(settings.dataDir().resolve("dead-letters").resolve("replays"));
        replays.addAll(folder.read());
    }

    /**
     * Begins a replay.
     *
     * @param found the letters, in the order in which they are to be taken up; no more than {@link #MOST} are
     * @return nothing where another one is under way
     */
    public synchronized Optional<ReplayReport> start(List<String> found, int rate, String by) {
        if (replays.stream().anyMatch(BulkReplay::goesOn)) {
            return Optional.empty();
        }
        List<String> taken = found.subList(0, Math.min(MOST, found.size()));
        String id = "replay-" + UUID.randomUUID().toString().substring(0, 8);
        BulkReplay replay = new BulkReplay(new BulkReplay.Kept(
                id,
                by,
                clock.instant(),
                null,
                BulkReplay.RUNNING,
                rate,
                taken.size(),
                found.size() - taken.size(),
                taken,
                List.of()));
        replay.endWhereNothingWaits(clock.instant());
        folder.keep(replay);
        replays.add(replay);
        if (replays.size() > REMEMBERED) {
            folder.remove(replays.remove());
        }
        return Optional.of(replay.report());
    }

    public Optional<ReplayReport> find(String id) {
        return replay(id).map(BulkReplay::report);
    }

    /** What has been taken up already is not taken back. */
    public Optional<ReplayReport> stop(String id) {
        Optional<BulkReplay> replay = replay(id);
        replay.ifPresent(found -> {
            found.stop(clock.instant());
            keep(found);
        });
        return replay.map(BulkReplay::report);
    }

    private synchronized Optional<BulkReplay> replay(String id) {
        return replays.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    synchronized Optional<BulkReplay> current() {
        return replays.stream().filter(BulkReplay::goesOn).findFirst();
    }

    /** A part of it has been done, and that is put on disk. */
    void progressed(BulkReplay replay) {
        replay.endWhereNothingWaits(clock.instant());
        keep(replay);
    }

    /** One at a time, so that what is on disk is never older than what was put there before. */
    private synchronized void keep(BulkReplay replay) {
        folder.keep(replay);
    }
}
