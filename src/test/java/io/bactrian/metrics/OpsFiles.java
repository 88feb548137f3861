package io.bactrian.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** The alert rules and the board, as they are in the project. */
final class OpsFiles {

    static final Path RULES = Path.of("deploy/prometheus/alerts.yml");
    private static final Path BOARD = Path.of("deploy/grafana/dashboards/bactrian.json");

    private OpsFiles() {}

    static List<Map<String, Object>> alerts() throws IOException {
        Map<String, List<Map<String, List<Map<String, Object>>>>> file = new Yaml().load(Files.readString(RULES));
        return file.get("groups").stream()
                .flatMap(group -> group.get("rules").stream())
                .toList();
    }

    static List<JsonNode> panels() throws IOException {
        JsonNode board = new ObjectMapper().readTree(Files.readString(BOARD));
        return StreamSupport.stream(board.get("panels").spliterator(), false).toList();
    }

    /** Of the alerts and the panels. */
    static List<Expression> expressions() throws IOException {
        Stream<String> rules = alerts().stream().map(alert -> String.valueOf(alert.get("expr")));
        Stream<String> shown = panels().stream()
                .flatMap(panel -> StreamSupport.stream(panel.get("targets").spliterator(), false))
                .map(target -> target.get("expr").asText());
        return Stream.concat(rules, shown).map(Expression::new).toList();
    }
}
