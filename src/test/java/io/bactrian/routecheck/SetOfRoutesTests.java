package io.bactrian.routecheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SetOfRoutesTests {

    private final RouteFile caller = route("outbound/greet-sender", "toD", "direct:send-via-${variable.provider}");
    private final RouteFile twilio = route("provider/twilio/send-via-twilio", "to", "twilio:message/creator");
    private final RouteFile simulator = route("provider/simulator/send-via-simulator", "to", "direct:send-via-twilio");

    @Test
    void refusesAnIdThatIsTaken() {
        assertThat(findings(List.of("twilio"), twilio, route("store/sql/send-via-twilio", "to", "log:x")))
                .containsExactly("store/sql/send-via-twilio.camel.yaml:2: this id is taken by"
                        + " provider/twilio/send-via-twilio.camel.yaml: rename one of the two");
    }

    @Test
    void refusesACallThatNobodyServes() {
        assertThat(findings(
                        List.of("twilio"), route("outbound/a", "to", "seda:b"), route("outbound/c", "to", "direct:d")))
                .satisfiesExactly(
                        finding -> assertThat(finding)
                                .startsWith("outbound/a.camel.yaml:8: no route")
                                .contains("seda:b"),
                        finding -> assertThat(finding)
                                .startsWith("outbound/c.camel.yaml:8: no route")
                                .contains("direct:d"));
    }

    @Test
    void wantsAnAdapterForEachProviderThatIsChosen() {
        assertThat(findings(List.of("twilio"), caller, twilio)).isEmpty();
        assertThat(findings(List.of("simulator", "twilio"), caller, twilio, simulator))
                .isEmpty();
        assertThat(findings(List.of("simulator", "twilio"), caller, twilio))
                .singleElement()
                .asString()
                .contains("no route that is loaded serves direct:send-via-simulator");
    }

    @Test
    void looksOnlyAtTheBeginningOfAnAddressThatIsComputed() {
        RouteFile dynamic = route("failure/replay", "toD", "direct:send-${variable.letter.kind.endpoint}");
        assertThat(findings(List.of("twilio"), dynamic, twilio)).isEmpty();
        assertThat(findings(List.of("twilio"), dynamic)).hasSize(1);
    }

    @Test
    void findsTheSameRouteUnderBothSpellings() {
        assertThat(findings(List.of(), twilio, route("outbound/a", "to", "direct://send-via-twilio")))
                .isEmpty();
    }

    private static List<String> findings(List<String> providers, RouteFile... files) {
        return new RouteCheck(Set.of(), providers)
                .checkSet(Stream.of(files).toList()).stream()
                        .map(Finding::toString)
                        .toList();
    }

    private static RouteFile route(String path, String step, String uri) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return RouteFile.of(
                path + RouteFile.ENDING,
                """
                - route:
                    id: %1$s
                    description: x
                    group: x
                    from:
                      uri: direct:%1$s
                      steps:
                        - %2$s:
                            uri: %3$s
                """
                        .formatted(name, step, uri));
    }
}
