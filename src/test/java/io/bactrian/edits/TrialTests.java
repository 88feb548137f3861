package io.bactrian.edits;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.Bactrian;
import io.bactrian.camel.DeclaredPolicies;
import io.bactrian.camel.live.SpringBeans;
import io.bactrian.camel.live.TrialBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.ConfigurableEnvironment;

class TrialTests {

    private static final ConfigurableEnvironment SETTINGS = SpringBeans.settings();
    private static final TrialBuilder TRIAL = new TrialBuilder(
            SpringBeans.unmade(Bactrian.class, SETTINGS), SETTINGS::getProperty, DeclaredPolicies::builder);

    @Test
    void everyShippedRouteCanBeBuiltWhereNothingRuns() throws IOException {
        Path folder = Path.of("routes");
        try (Stream<Path> files = Files.walk(folder)) {
            List<RouteText> all = files.filter(file -> file.toString().endsWith(".camel.yaml"))
                    .map(file -> new RouteText(folder.relativize(file).toString(), read(file)))
                    .toList();
            assertThat(TRIAL.build(all)).isEmpty();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

}
