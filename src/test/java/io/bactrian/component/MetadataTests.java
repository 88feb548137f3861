package io.bactrian.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What tools know of our components. */
class MetadataTests {

    private static final Path GENERATED = Path.of("src/generated/resources");
    private static final Path CONTRACT = Path.of("src/test/resources/google-firestore-contract.txt");

    static Stream<String> contract() throws Exception {
        return Files.readAllLines(CONTRACT).stream().filter(line -> !line.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("contract")
    void keepsTheContractOfGoogleFirestore(String line) throws Exception {
        String[] kindNameDefault = line.split(" ");

        JsonNode promised =
                json("firestore/google-firestore.json").path(kindNameDefault[0]).path(kindNameDefault[1]);

        assertThat(promised.isMissingNode()).isFalse();
        assertThat(promised.path("defaultValue").asText())
                .isEqualTo(kindNameDefault.length == 3 ? kindNameDefault[2] : "");
    }

    @Test
    void saysOfEveryAdditionThatItIsOurs() throws Exception {
        var contract = contract().map(line -> line.split(" ")[1]).toList();
        JsonNode ours = json("firestore/google-firestore.json");

        for (String kind : new String[] {"componentProperties", "properties", "headers"}) {
            ours.path(kind).properties().forEach(option -> {
                boolean marked = option.getValue().path("description").asText().startsWith("Bactrian's own");
                boolean promised =
                        contract.contains(option.getKey()) || option.getKey().endsWith("ChangeType");
                assertThat(marked).as(option.getKey()).isNotEqualTo(promised);
            });
        }
    }

    /** The plugin writes its Java after the compiler ran; so after a change of the options, the build runs twice. */
    @ParameterizedTest
    @CsvSource({
        "firestore/google-firestore.json, properties, google-firestore-endpoint",
        "firestore/google-firestore.json, componentProperties, google-firestore-component",
        "sqlgroup/sql-group.json, properties, sql-group-endpoint",
        "sqlgroup/sql-group.json, componentProperties, sql-group-component"
    })
    void isCompiledAsItWasGenerated(String file, String kind, String configurer) throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            PropertyConfigurerGetter compiled = (PropertyConfigurerGetter)
                    PluginHelper.getConfigurerResolver(camel).resolvePropertyConfigurer(configurer, camel);

            json(file).path(kind).properties().forEach(option -> {
                boolean settable = !"path".equals(option.getValue().path("kind").asText());
                assertThat(compiled.getOptionType(option.getKey(), false) != null || !settable)
                        .as("%s: build again, and commit src/generated", option.getKey())
                        .isTrue();
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"google-firestore", "sql-group"})
    void isFoundByItsScheme(String scheme) throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            assertThat(camel.getComponent(scheme)).isNotNull();
            assertThat(camel.getComponentParameterJsonSchema(scheme)).contains("io.bactrian.component");
        }
    }

    private static JsonNode json(String file) throws Exception {
        return new ObjectMapper()
                .readTree(GENERATED
                        .resolve("META-INF/io/bactrian/component")
                        .resolve(file)
                        .toFile());
    }
}
