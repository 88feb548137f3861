package io.bactrian.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.domain.StoreException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody waits for a trace, and what is not kept is counted. */
class TraceWriterTests {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Integer> groups = new ArrayList<>();
    private boolean away;

    private final TraceWriter writer = new TraceWriter(
            new Traces() {
                @Override
                public void keep(List<Episode> episodes) {
                    if (away) {
                        throw new StoreException("keep traces", "08006", true, null);
                    }
                    groups.add(episodes.size());
                }

                @Override
                public List<Episode> of(Collection<String> messageIds) {
                    return List.of();
                }

                @Override
                public int forget(Instant before) {
                    return 0;
                }
            },
            meters);

    @Test
    void keepsWhatWaitsInGroups() {
        offer(600);
        writer.drain();
        assertThat(groups).containsExactly(250, 250, 100);
        assertThat(counted("sms.trace.kept")).isEqualTo(600);
    }

    @Test
    void dropsAndCountsWhatIsTooMuch() {
        offer(5_003);
        assertThat(counted("sms.trace.dropped")).isEqualTo(3);
        writer.drain();
        assertThat(counted("sms.trace.kept")).isEqualTo(5_000);
    }

    @Test
    void goesOnWhenTheStoreIsBack() {
        away = true;
        offer(300);
        writer.drain();
        assertThat(counted("sms.trace.dropped")).isEqualTo(300);
        away = false;
        offer(1);
        writer.drain();
        assertThat(counted("sms.trace.kept")).isEqualTo(1);
    }

    @Test
    void oneThatCannotBePutIntoWordsStopsNothing() {
        writer.offer(() -> {
            throw new IllegalStateException("no words");
        });
        writer.drain();
        offer(1);
        writer.drain();
        assertThat(counted("sms.trace.dropped")).isEqualTo(1);
        assertThat(counted("sms.trace.kept")).isEqualTo(1);
    }

    @Test
    void keepsWhatWaitsWhenItStops() throws InterruptedException {
        offer(2);
        writer.stop();
        assertThat(groups).containsExactly(2);
    }

    private void offer(int episodes) {
        for (int i = 0; i < episodes; i++) {
            String id = "e" + i;
            writer.offer(() -> new Episode(id, "SM1", Instant.EPOCH, "receive", "here", List.of()));
        }
    }

    private double counted(String counter) {
        return meters.get(counter).counter().count();
    }
}
