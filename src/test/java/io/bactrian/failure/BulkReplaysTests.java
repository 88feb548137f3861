package io.bactrian.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.GatewaySettings;
import io.bactrian.domain.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkReplaysTests {

    private static final StoreException AWAY = new StoreException("log-incoming", "08006", true, null);
    private static final DeadLetterSummary DONE = new DeadLetterSummary("x", null, "step", "cause", "direct:x", true);

    @TempDir
    private Path data;

    private BulkReplays replays;
    private ReplayTick tick;
    private String id;

    @BeforeEach
    void start() {
        replays = restarted();
        tick = new ReplayTick(replays);
        id = replays.start(List.of("a", "b", "c"), 2, "tests").orElseThrow().id();
    }

    private BulkReplays restarted() {
        GatewaySettings settings =
                new GatewaySettings("http://localhost", "embedded", List.of("simulator"), data, data);
        return new BulkReplays(settings, Clock.systemUTC());
    }

    @Test
    void pausesWhileTheStoreIsAwayAndTriesAnotherLetterEachSecond() {
        assertThat(tick.batch()).containsExactly("a", "b");
        tick.failed("a", AWAY);
        assertThat(tick.isNext("b")).isFalse();
        tick.end();
        assertThat(report().state()).isEqualTo("paused");
        assertThat(tick.batch()).containsExactly("b");
        tick.replayed("b", DONE);
        tick.end();
        assertThat(report().state()).isEqualTo("running");
        assertThat(tick.batch()).containsExactly("c", "a");
    }

    @Test
    void aLetterForWhichTheStoreIsAlwaysAwayHoldsUpNoOtherAndTheReplayCanBeStopped() {
        for (int second = 0; second < 5; second++) {
            tick.batch().stream().filter(tick::isNext).forEach(this::tryOne);
            tick.end();
        }
        assertThat(report().results()).extracting("letter").containsExactly("b", "c");
        assertThat(report().state()).isEqualTo("paused");
        assertThat(replays.stop(id).orElseThrow().waiting()).isEqualTo(1);
        assertThat(tick.batch()).isEmpty();
    }

    private void tryOne(String letter) {
        if (letter.equals("a")) {
            tick.failed(letter, AWAY);
        } else {
            tick.replayed(letter, DONE);
        }
    }

    @Test
    void goesOnAfterARestartWithWhatWaits() throws Exception {
        tick.batch();
        tick.replayed("a", DONE);
        tick.end();
        Files.writeString(data.resolve("dead-letters/replays/replay-half.json.part-1"), "{\"id\":");
        BulkReplays later = restarted();
        ReplayTick laterTick = new ReplayTick(later);
        assertThat(later.find(id).orElseThrow().results()).extracting("letter").containsExactly("a");
        assertThat(laterTick.batch()).containsExactly("b", "c");
        laterTick.replayed("b", DONE);
        laterTick.replayed("c", null);
        laterTick.end();
        assertThat(restarted().find(id).orElseThrow().state()).isEqualTo("finished");
        assertThat(later.find(id).orElseThrow().refused()).isEqualTo(1);
    }

    private ReplayReport report() {
        return replays.find(id).orElseThrow();
    }
}
