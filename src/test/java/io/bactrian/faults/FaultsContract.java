package io.bactrian.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The run of {@code benchmark/faults}, small enough for every build. What goes wrong is left to chance; the seed is
 * printed, and {@code -Dfaults.seed=} plays it again.
 */
abstract class FaultsContract {

    private static final int TEXTS = 80;
    private static final int CALLERS = 8;

    abstract Store store(Path folder) throws IOException;

    abstract int gateways();

    abstract int kills();

    @Test
    void whatIsAcceptedIsNeitherLostNorDoubled() throws Exception {
        long seed = Long.getLong("faults.seed", System.nanoTime() % 1_000_000);
        Path folder = FaultsBenchmark.folder(getClass().getSimpleName() + "-" + seed);
        Scenario scenario = new Scenario(
                seed,
                Duration.ofSeconds(6),
                TEXTS,
                TEXTS / 4,
                CALLERS,
                kills(),
                2,
                List.of(Weather.A_LOT_OF_ALL),
                Duration.ofSeconds(5),
                Duration.ofSeconds(120),
                folder);

        Report report = FaultsRun.of(scenario, store(folder), gateways());

        System.out.println(report);
        assertThat(report.accepted().texts()).as("%s", report).isNotEmpty();
        assertThat(report.isClean()).as("%s", report).isTrue();
    }
}
