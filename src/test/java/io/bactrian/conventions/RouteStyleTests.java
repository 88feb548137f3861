package io.bactrian.conventions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.bactrian.Bactrian;
import io.bactrian.GatewaySettings;
import io.bactrian.camel.RouteChecks;
import io.bactrian.camel.live.SpringBeans;
import io.bactrian.failure.DeadLetter;
import io.bactrian.routecheck.Finding;
import io.bactrian.routecheck.Policy;
import io.bactrian.routecheck.RouteCheck;
import io.bactrian.routecheck.RouteFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.ConfigurableEnvironment;

/** Every route file keeps to the rules of the house: one test a file, and one for each way to choose among them. */
class RouteStyleTests {

    private static final List<Policy> POLICIES = Policies.read();
    private static final Set<String> NAMES = POLICIES.stream().map(Policy::id).collect(Collectors.toSet());

    @TestFactory
    Stream<DynamicTest> eachFileKeepsToTheRules() {
        RouteCheck check = new RouteCheck(NAMES, List.of());
        return RoutesFolder.all().stream()
                .map(file -> dynamicTest(file.path(), () -> assertNone(check.checkFile(file))));
    }

    @TestFactory
    Stream<DynamicTest> eachChoiceOfAdaptersFitsTogether() {
        return RoutesFolder.choices().stream()
                .map(choice -> dynamicTest(
                        choice.toString(),
                        () -> assertNone(new RouteCheck(NAMES, choice.providers()).checkSet(choice.files()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"embedded", "firestore"})
    void anEditOrAStartWouldFindNothing(String store) {
        ConfigurableEnvironment settings = SpringBeans.settings("--sms.store=" + store);
        GatewaySettings gateway = new GatewaySettings(
                "http://localhost", store, List.of("simulator"), Path.of("target"), RoutesFolder.FOLDER);
        assertNone(RouteChecks.of(gateway, settings::getProperty, SpringBeans.unmade(Bactrian.class, settings))
                .folder());
    }

    @TestFactory
    Stream<DynamicTest> eachChoiceServesWhatJavaCalls() {
        return RoutesFolder.choices().stream()
                .map(choice -> dynamicTest(choice.toString(), () -> assertThat(
                                choice.files().stream().map(RouteFile::address))
                        .containsAll(calledFromJava())));
    }

    private static List<String> calledFromJava() {
        return Stream.concat(
                        POLICIES.stream().flatMap(policy -> policy.calls().stream()),
                        Arrays.stream(DeadLetter.Kind.values())
                                .map(DeadLetter.Kind::endpoint)
                                .filter(endpoint -> endpoint != null))
                .distinct()
                .toList();
    }

    @Test
    void eachFileIsLoadedByOneChoiceAtLeast() {
        Set<String> loaded = RoutesFolder.choices().stream()
                .flatMap(choice -> choice.files().stream())
                .map(RouteFile::path)
                .collect(Collectors.toSet());
        assertThat(loaded)
                .containsExactlyInAnyOrderElementsOf(
                        RoutesFolder.all().stream().map(RouteFile::path).toList());
    }

    private static void assertNone(List<Finding> findings) {
        assertThat(findings.stream().map(finding -> "routes/" + finding).toList())
                .as("what breaks the rules, by file and line")
                .isEmpty();
    }
}
