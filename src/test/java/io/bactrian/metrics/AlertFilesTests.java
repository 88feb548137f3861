package io.bactrian.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The rules are rules, and each is explained. */
class AlertFilesTests {

    @TempDir
    private Path folder;

    private static final Path PAGE = Path.of("docs/alerts.md");

    @Test
    void everyAlertIsWholeAndHasItsHeading() throws IOException {
        List<String> headings = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .toList();
        assertThat(OpsFiles.alerts()).isNotEmpty().allSatisfy(alert -> {
            String name = String.valueOf(alert.get("alert"));
            assertThat(alert).as(name).containsKeys("expr", "for", "labels", "annotations");
            assertThat(((Map<?, ?>) alert.get("labels")).get("severity"))
                    .as(name)
                    .isIn("critical", "warning");
            Map<?, ?> told = (Map<?, ?>) alert.get("annotations");
            assertThat(told.get("summary")).as(name).isNotNull();
            assertThat(told.get("runbook")).isEqualTo("docs/alerts.md#" + name.toLowerCase(Locale.ROOT));
        });
        assertThat(headings)
                .containsExactlyElementsOf(OpsFiles.alerts().stream()
                        .map(alert -> String.valueOf(alert.get("alert")))
                        .toList());
    }

    @Test
    void prometheusReadsTheRules() throws Exception {
        boolean there = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
        assumeTrue(there, "there is no promtool on the PATH (Debian: prometheus)");
        promtool("check", "rules", OpsFiles.RULES.toString());
        // Debian's is older than 2.55 and does not know http_headers; ComposeTests looks at what stands there.
        String config = Files.readString(Path.of("deploy/prometheus/prometheus.yml"));
        Path older = Files.writeString(
                folder.resolve("prometheus.yml"), config.replaceFirst("(?m)^ +http_headers:\n.*\n.*\n", ""));
        promtool("check", "config", "--syntax-only", older.toString());
    }

    @Test
    void theScrapeReadsTheRulesAndGrafanaTheSameSource() throws IOException {
        Map<String, Object> config = new Yaml().load(Files.readString(Path.of("deploy/prometheus/prometheus.yml")));
        assertThat(config.get("rule_files"))
                .isEqualTo(List.of(OpsFiles.RULES.getFileName().toString()));
        assertThat(Files.readString(Path.of("deploy/grafana/provisioning/datasources/prometheus.yaml")))
                .contains("uid: prometheus");
        assertThat(OpsFiles.panels()).isNotEmpty().allSatisfy(panel -> {
            assertThat(panel.at("/datasource/uid").asText()).isEqualTo("prometheus");
            assertThat(panel.at("/title").asText()).isNotBlank();
            assertThat(panel.at("/gridPos/x").asInt() + panel.at("/gridPos/w").asInt())
                    .isLessThanOrEqualTo(24);
            assertThat(panel.at("/targets")).isNotEmpty();
        });
    }

    private static void promtool(String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("promtool").redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }
}
