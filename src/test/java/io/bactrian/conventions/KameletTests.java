package io.bactrian.conventions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bactrian.routecheck.Policy;
import io.bactrian.routecheck.RouteCheck;
import io.bactrian.routecheck.RouteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/** The blocks describe themselves wholly, and the examples made of them keep to the rules of the house. */
class KameletTests {

    private static final Path KAMELETS = Path.of("src/main/resources/kamelets");
    private static final Path DOCS = Path.of("docs");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\??)(\\w+)}}");

    @TestFactory
    Stream<DynamicTest> eachKameletSaysWhatItIsAndTakes() throws IOException {
        return files(KAMELETS).map(file -> dynamicTest(file.getFileName().toString(), () -> check(file)));
    }

    private static void check(Path file) throws IOException {
        JsonNode kamelet = new ObjectMapper().valueToTree(new Yaml().<Object>load(Files.readString(file)));
        JsonNode definition = kamelet.at("/spec/definition");
        String name = kamelet.at("/metadata/name").asText();
        assertThat(file.getFileName()).hasToString(name + ".kamelet.yaml");
        assertThat(name)
                .endsWith("-"
                        + kamelet.at("/metadata/labels")
                                .path("camel.apache.org/kamelet.type")
                                .asText());
        assertThat(definition.path("title").asText()).isNotBlank();
        assertThat(definition.path("description").asText()).isNotBlank();
        definition
                .path("properties")
                .properties()
                .forEach(property -> checkProperty(property.getKey(), property.getValue()));
        checkPlaceholders(definition, kamelet.at("/spec/template").toString());
    }

    private static void checkProperty(String name, JsonNode property) {
        assertThat(property.path("title").asText()).as(name).isNotBlank();
        assertThat(property.path("description").asText()).as(name).endsWith(".");
        assertThat(property.path("type").asText()).as(name).isIn("string", "boolean", "integer");
        assertThat(property.has("default") || property.has("example"))
                .as("%s has a default or an example", name)
                .isTrue();
        if (property.has("enum") && property.has("default")) {
            assertThat(property.path("enum")).as(name).contains(property.path("default"));
        }
    }

    /** A property without a default that is not required may be missing, so the template must not insist on it. */
    private static void checkPlaceholders(JsonNode definition, String template) {
        List<String> required = StreamSupport.stream(definition.path("required").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        JsonNode properties = definition.path("properties");
        Matcher used = PLACEHOLDER.matcher(template);
        int found = 0;
        while (used.find()) {
            JsonNode property = properties.path(used.group(2));
            boolean given = required.contains(used.group(2)) || property.has("default");
            assertThat(property.isMissingNode()).as(used.group(2)).isFalse();
            assertThat(used.group(1)).as(used.group(2)).isEqualTo(given ? "" : "?");
            found++;
        }
        assertThat(found).isEqualTo(properties.size());
    }

    @TestFactory
    Stream<DynamicTest> eachExampleKeepsToTheRules() throws IOException {
        RouteCheck check =
                new RouteCheck(Policies.read().stream().map(Policy::id).collect(Collectors.toSet()), List.of());
        return files(DOCS.resolve("examples"))
                .map(file -> dynamicTest(
                        file.getFileName().toString(), () -> assertThat(check.checkFile(RouteFile.read(DOCS, file)))
                                .isEmpty()));
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }
}
