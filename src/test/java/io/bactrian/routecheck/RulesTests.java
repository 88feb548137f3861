package io.bactrian.routecheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule has a route that it refuses, which differs in one thing from a route that keeps to all of them. */
class RulesTests {

    private static final String PATH = "outbound/greet-sender.camel.yaml";

    private static final String GOOD =
            """
            - route:
                id: greet-sender
                description: Says hello
                group: outbound
                from:
                  uri: direct:greet-sender
                  steps:
                    - setBody:
                        expression:
                          simple:
                            expression: ${body.text} != null
                    - filter:
                        expression:
                          method:
                            ref: greetings
                            method: wanted
                        steps:
                          - toD:
                              uri: direct:send-via-${variable.provider}
            """;

    private final RouteCheck check = new RouteCheck(Set.of("tick", "webhook"), List.of("twilio"));

    @Test
    void hasNothingAgainstAGoodRoute() {
        assertThat(findings(PATH, GOOD)).isEmpty();
    }

    @Test
    void namesFileAndLine() {
        assertThat(findings(PATH, GOOD.replace("id: greet-sender", "id: greet")))
                .containsExactly(
                        PATH + ":2: the id is not the file's name: write `id: greet-sender` or rename the file");
    }

    @Test
    void saysWhereAFileIsNotYaml() {
        assertRefused(GOOD.replace("description: Says", "description: 'Says"), 20, "not YAML");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            outbound/greet-sender.yaml        | nobody loads this file
            outbound/greetSender.camel.yaml   | rename the file
            outbound/greet-people.camel.yaml  | the id is not the file's name
            outbound/greet-people.camel.yaml  | the address is not the file's name
            greet-sender.camel.yaml           | into the folder of its feature
            inbound/greet-sender.camel.yaml   | write `group: inbound`
            """)
    void refusesAFileThatItsRouteDoesNotMatch(String path, String message) {
        assertThat(findings(path, GOOD))
                .anySatisfy(finding -> assertThat(finding).contains(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "    description:\n", "    description: ''\n"})
    void refusesARouteThatDoesNotSayWhatItDoes(String description) {
        assertRefused(GOOD.replace("    description: Says hello\n", description), 0, "say in one line");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            - route:          | - beans:           | 1  | one route a file
            - route:          | - from:            | 1  | one route a file
            group: outbound   | errorHandler: {}   | 4  | `errorHandler` is not a key of a route
            group: outbound   | streamCache: true  | 4  | `streamCache` is not a key of a route
            """)
    void refusesWhatDoesNotBelongIntoARouteFile(String good, String bad, int line, String message) {
        assertRefused(GOOD.replace(good, bad), line, message);
    }

    @Test
    void refusesASecondRoute() {
        assertRefused(GOOD + GOOD, 20, "one route a file");
    }

    @Test
    void refusesAnotherOrder() {
        String swapped = "    group: outbound\n    description: Says hello\n";
        assertRefused(GOOD.replace("    description: Says hello\n    group: outbound\n", swapped), 4, "comes too late");
        assertRefused(
                GOOD.replace("      uri: direct:greet-sender\n", "") + "      uri: direct:greet-sender\n",
                19,
                "comes too late");
    }

    @Test
    void refusesSettingsBelowTheStepsOfAStep() {
        assertRefused(GOOD + "            id: wanted\n", 20, "stands below the steps");
    }

    @Test
    void refusesAKeyThatIsThereTwice() {
        assertRefused(GOOD.replace("    group:", "    description: Again\n    group:"), 4, "there twice");
    }

    @Test
    void refusesARouteWithoutSteps() {
        assertRefused(GOOD.substring(0, GOOD.indexOf("      steps:")), 6, "there are no steps");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "to: direct:x",
                "removeHeaders: '*'",
                "log: hello",
                "setBody: {simple: hello}",
                "setBody: {expression: hello}",
                "setBody: {expression: {simple: hello}}",
                "setHeaders: {headers: [{name: x, constant: y}]}",
                "choice: {when: [{simple: hello}]}",
                "to: {uri: 'direct:x?timeout=5'}",
                "doTry: {steps: [{to: direct:x}]}"
            })
    void refusesTheCompactForm(String step) {
        assertThat(findings(PATH, with(step))).anySatisfy(finding -> assertThat(finding)
                .startsWith(PATH + ":8:")
                .containsAnyOf("compact form", "spell the expression out", "below `parameters:`"));
    }

    @Test
    void refusesAnEdgeWithoutAPolicy() {
        String edge = GOOD.replace("uri: direct:greet-sender", "uri: seda:greet-sender");
        assertRefused(edge, 2, "nobody deals with failures");
        assertRefused(
                edge.replace("    description", "    routeConfigurationId: x\n    description"), 3, "no such policy");
        assertThat(findings(PATH, edge.replace("    description", "    routeConfigurationId: tick\n    description")))
                .isEmpty();
    }

    @Test
    void refusesAPolicyWhereFailuresMustRise() {
        assertRefused(
                GOOD.replace("    description", "    routeConfigurationId: tick\n    description"), 3, "remove it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "setBody: {expression: {constant: {expression: 'call +1 500 555 0006'}}}",
                "setBody: {expression: {constant: {expression: '15005550006'}}}",
                "to: {uri: 'twilio:message/creator', parameters: {from: +15005550006}}"
            })
    void refusesALiteralNumber(String step) {
        assertRefused(with(step), 8, "a number stands here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "to: {uri: 'twilio:message/creator', parameters: {password: hunter2}}",
                "to: {uri: 'http:api.example.org', parameters: {authToken: hunter2}}",
                "to: {uri: 'http://me:hunter2@api.example.org'}",
                "setHeader: {name: Authorization, expression: {constant: {expression: hunter2}}}",
                "setBody: {expression: {constant: {expression: AC00000000000000000000000000000000}}}"
            })
    void refusesALiteralSecretAndDoesNotQuoteIt(String step) {
        assertRefused(with(step), 8, "a secret stands here");
        assertThat(findings(PATH, with(step)))
                .noneSatisfy(finding -> assertThat(finding).containsAnyOf("hunter2", "AC0000"));
    }

    @Test
    void acceptsASecretThatComesFromTheSettings() {
        assertThat(findings(PATH, with("to: {uri: 'http:api.example.org', parameters: {password: '{{api.key}}'}}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            setBody: {expression: {groovy: {expression: body.x}}}                         | is code in a route
            setBody: {expression: {jsonpath: {expression: $.x}}}                          | is code in a route
            script: {expression: {simple: {expression: x}}}                               | a script hides code
            process: {ref: x}                                                             | a processor hides code
            bean: {beanType: io.bactrian.X, method: y}                                    | name the bean with `ref`
            to: {uri: 'sql:select 1'}                                                     | no SQL in a uri
            to: {uri: 'language:groovy:x'}                                                | no code
            setBody: {expression: {constant: {expression: select a from b}}}              | .sql file
            setBody: {expression: {simple: {expression: '${body} == 1 && ${header.x}'}}} | one comparison
            """)
    void refusesCodeInARoute(String step, String message) {
        assertRefused(with(step), 8, message);
    }

    @Test
    void refusesARouteThatIsTooLong() {
        assertRefused(GOOD + "# more\n".repeat(82), 101, "more than 100 lines");
        assertThat(findings(PATH, GOOD + "# more\n".repeat(81))).isEmpty();
    }

    @Test
    void refusesAnEleventhStep() {
        String[] seven = Collections.nCopies(7, "stop: {}").toArray(String[]::new);
        assertThat(findings(PATH, with(seven))).isEmpty();
        assertRefused(with(with8(seven)), 8, "11 steps one after the other");
    }

    private static String[] with8(String[] seven) {
        return Stream.concat(Stream.of("stop: {}"), Stream.of(seven)).toArray(String[]::new);
    }

    @Test
    void countsOnlyTheLongestBranch() {
        String branch = "{steps: [{stop: {}}, {stop: {}}, {stop: {}}, {stop: {}}, {stop: {}}, {stop: {}}]}";
        assertThat(findings(PATH, with("choice: {when: [" + branch + ", " + branch + "], otherwise: " + branch + "}")))
                .isEmpty();
    }

    @Test
    void refusesASecondChoice() {
        String choice = "choice: {otherwise: {steps: [{stop: {}}]}}";
        assertThat(findings(PATH, with(choice))).isEmpty();
        assertRefused(with(choice, choice), 9, "a second choice");
    }

    @Test
    void refusesAThirdLevel() {
        String inner = "{pipeline: {steps: [{stop: {}}]}}";
        String middle = "{pipeline: {steps: [" + inner + "]}}";
        assertThat(findings(PATH, with("pipeline: {steps: [" + inner + "]}"))).isEmpty();
        assertRefused(with("pipeline: {steps: [" + middle + "]}"), 8, "3 levels");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            toD: {uri: 'direct:${body.kind}'}                                            | no uri is made of a message
            toD: {uri: 'direct:${header.x}'}                                             | no uri is made of a message
            toD: {uri: 'direct:${variable.x}'}                                           | no uri is made of a message
            toD: {uri: 'direct:${variable.provider}-${body}'}                            | no uri is made of a message
            toD: {uri: 'file:x', parameters: {fileName: '${header.name}'}}               | no uri is made of a message
            wireTap: {uri: 'direct:${body}'}                                             | no uri is made of a message
            to: {uri: 'direct:send-via-${variable.provider}'}                            | use `toD`
            recipientList: {expression: {header: {expression: to}}}                      | computes where
            enrich: {expression: {simple: {expression: '${body}'}}}                      | computes where
            setVariable: {name: provider, expression: {simple: {expression: '${body}'}}} | let only a bean set it
            to: {uri: 'direct:x', variableReceive: provider}                             | let only a bean set it
            """)
    void refusesAnAddressMadeOfAMessage(String step, String message) {
        assertRefused(with(step), 8, message);
    }

    private void assertRefused(String text, int line, String message) {
        String place = line == 0 ? PATH : PATH + ":" + line + ":";
        assertThat(findings(PATH, text))
                .anySatisfy(finding -> assertThat(finding).startsWith(place).contains(message));
    }

    private static String with(String... steps) {
        StringBuilder written = new StringBuilder("      steps:\n");
        for (String step : steps) {
            written.append("        - ").append(step).append('\n');
        }
        return GOOD.replace("      steps:\n        - setBody", written + "        - setBody");
    }

    private List<String> findings(String path, String text) {
        return check.checkFile(RouteFile.of(path, text)).stream()
                .map(Finding::toString)
                .toList();
    }
}
