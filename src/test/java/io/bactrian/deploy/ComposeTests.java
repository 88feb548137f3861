package io.bactrian.deploy;

import static io.bactrian.deploy.Manifests.at;
import static io.bactrian.deploy.Manifests.map;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.fge.jsonschema.core.report.ProcessingReport;
import com.github.fge.jsonschema.main.JsonSchema;
import com.github.fge.jsonschema.main.JsonSchemaFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Compose files are ones, and what they name is there. */
class ComposeTests {

    private static final Path FOLDER = Path.of("deploy");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> GATEWAYS = List.of("gateway-1", "gateway-2");

    /** Made by another feature's hand; their folder is there with it. */
    private final Map<String, Object> compose =
            Manifests.read(FOLDER.resolve("compose.yaml")).get(0);

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "compose.trial.yaml"})
    void keepsToTheSpecification(String file) throws Exception {
        ProcessingReport report = schema().validate(
                        JSON.valueToTree(Manifests.read(FOLDER.resolve(file)).get(0)));
        assertThat(report.isSuccess()).as(report.toString()).isTrue();
    }

    @Test
    void theSpecificationRefusesWhatIsMisspelt() throws Exception {
        map(at(compose, "services/postgres")).put("healtcheck", Map.of());
        assertThat(schema().validate(JSON.valueToTree(compose)).isSuccess()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "compose.trial.yaml"})
    void everySettingOfAGatewayIsOne(String file) {
        Map<String, Object> document = Manifests.read(FOLDER.resolve(file)).get(0);
        for (String gateway : GATEWAYS) {
            assertThat(map(at(document, "services/" + gateway + "/environment")).keySet())
                    .isSubsetOf(Manifests.settings());
        }
    }

    @Test
    void everyGatewayHasADataFolderOfItsOwnAndNothingElseToWriteTo() {
        Set<Object> folders = new HashSet<>();
        for (String gateway : GATEWAYS) {
            assertThat(at(compose, "services/" + gateway + "/read_only")).isEqualTo(true);
            assertThat((List<?>) at(compose, "services/" + gateway + "/volumes"))
                    .singleElement()
                    .satisfies(volume -> assertThat(String.valueOf(volume)).endsWith(":/app/data"));
            folders.add(at(compose, "services/" + gateway + "/volumes/0"));
        }
        assertThat(folders).hasSize(GATEWAYS.size());
        assertThat(at(compose, "x-gateway-environment/SMS_RATE_INSTANCES")).isEqualTo(String.valueOf(GATEWAYS.size()));
    }

    @Test
    void everyFileThatIsMountedIsThere() {
        assertThat(mounts().map(mount -> mount.split(":")[0]))
                .contains("./compose/Caddyfile", "./prometheus/prometheus.yml", "./grafana/dashboards")
                .allSatisfy(source -> assertThat(FOLDER.resolve(source)).exists());
    }

    @Test
    void prometheusReadsEveryGatewayWithTheKeyThatItIsGiven() {
        Object config =
                Manifests.read(FOLDER.resolve("prometheus/prometheus.yml")).get(0);
        assertThat(at(config, "scrape_configs/0/static_configs/0/targets"))
                .isEqualTo(GATEWAYS.stream().map(gateway -> gateway + ":8080").toList());
        assertThat(at(config, "scrape_configs/0/http_headers/X-API-Key/files"))
                .isEqualTo(List.of(at(compose, "services/prometheus/configs/0/target")));
        assertThat(Manifests.text(FOLDER.resolve("grafana/provisioning/dashboards/bactrian.yaml")))
                .contains("path: /var/lib/grafana/dashboards");
        assertThat(mounts())
                .contains("./prometheus/alerts.yml:/etc/prometheus/alerts.yml:ro")
                .contains("./grafana/dashboards:/var/lib/grafana/dashboards:ro");
    }

    @Test
    void everyVolumeAndEveryServiceThatIsNamedIsThere() {
        assertThat(allMounts().map(mount -> mount.split(":")[0]).filter(name -> !name.startsWith(".")))
                .containsExactlyInAnyOrderElementsOf(map(at(compose, "volumes")).keySet());
        String caddy = Manifests.text(FOLDER.resolve("compose/Caddyfile"));
        assertThat(GATEWAYS).allSatisfy(gateway -> assertThat(caddy).contains(gateway + ":8080"));
    }

    @Test
    void everyVariableThatMustBeSetIsInTheExample() {
        String example = Manifests.text(FOLDER.resolve(".env.example"));
        assertThat(Pattern.compile("\\$\\{(\\w+):\\?")
                        .matcher(Manifests.text(FOLDER.resolve("compose.yaml")))
                        .results()
                        .map(found -> found.group(1)))
                .contains("SMS_PUBLIC_URL")
                .allSatisfy(name -> assertThat(example).contains(name + "="));
    }

    private Stream<String> mounts() {
        return allMounts().filter(mount -> mount.startsWith("."));
    }

    private Stream<String> allMounts() {
        return map(at(compose, "services")).values().stream()
                .map(service -> map(service).get("volumes"))
                .filter(List.class::isInstance)
                .flatMap(volumes -> ((List<?>) volumes).stream())
                .map(String::valueOf);
    }

    /** Of a draft that the validator does not know by name; what it uses of it is the same in the one that it knows. */
    private static JsonSchema schema() throws Exception {
        JsonNode schema = JSON.readTree(Files.readString(Path.of("src/test/resources/compose/compose-spec.json")));
        ((ObjectNode) schema).remove(List.of("$schema", "$id"));
        return JsonSchemaFactory.byDefault().getJsonSchema(schema);
    }
}
