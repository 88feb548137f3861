package io.bactrian.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README says of settings and routes is what there is. */
class ReadmeTests {

    private static final Pattern SETTING = Pattern.compile("\\$\\{([A-Z_]+):([^${}]*)}");

    private final String readme = Files.readString(Path.of("README.md"));
    private final String architecture = Files.readString(Path.of("docs/architecture.md"));

    ReadmeTests() throws IOException {}

    @Test
    void everySettingIsInTheTableWithItsDefault() throws IOException {
        List<MatchResult> settings = SETTING.matcher(Files.readString(Path.of("application.yaml")))
                .results()
                .toList();
        assertThat(settings).isNotEmpty();
        for (MatchResult setting : settings) {
            assertThat(rowOf(setting.group(1)))
                    .as("the row of %s", setting.group(1))
                    .contains(setting.group(2));
        }
    }

    @Test
    void everyRouteIsInATable() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("routes"))) {
            List<String> missing = files.filter(file -> file.toString().endsWith(".camel.yaml"))
                    .filter(file -> !file.startsWith("routes/api"))
                    .map(file -> file.getFileName().toString().replace(".camel.yaml", ""))
                    .filter(route -> !isTold(route))
                    .toList();
            assertThat(missing)
                    .as("routes that neither README.md nor docs/architecture.md tells of")
                    .isEmpty();
        }
    }

    private String rowOf(String variable) {
        return readme.lines()
                .filter(line -> line.startsWith("| `" + variable + "` |"))
                .findFirst()
                .orElse("");
    }

    private boolean isTold(String route) {
        String port = route.replaceAll("-via-.*", "-via-<provider>");
        return Stream.of(readme, architecture).anyMatch(page -> page.contains("| `" + route + "` |"))
                || architecture.contains("| `direct:" + port + "` |");
    }
}
