package io.bactrian.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bactrian.api.ApiClient.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where a text would go, with the gateway's own flows and with candidates. */
@ApiTest
class TrialTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DEMO_USER = "+15005550100";
    private static final Path ACKNOWLEDGE = Path.of("routes/inbound/acknowledge-sender.camel.yaml");
    private static final Path RECEIVE = Path.of("routes/inbound/receive-message.camel.yaml");

    @Autowired
    private ApiClient api;

    @Autowired
    private JdbcClient jdbc;

    /** Tests of the same gateway change every user that they find. */
    @BeforeEach
    void theDemoUserIsRegistered() {
        jdbc.sql("delete from users where phone_number = ?").param(DEMO_USER).update();
        jdbc.sql("insert into users (phone_number, name, status, tenant) values (?, 'Demo', 'active', 'default')")
                .param(DEMO_USER)
                .update();
    }

    @Test
    void tellsThePathOfARegisteredSender() {
        JsonNode result = result(request(DEMO_USER, "the old mill"));
        assertThat(result.get("steps").findValuesAsText("step"))
                .containsSubsequence(
                        "find-sender",
                        "mark-registration",
                        "log-message",
                        "read-keyword",
                        "registered-or-not",
                        "may-be-texted",
                        "write-acknowledgment",
                        "is-no-loop");
        assertThat(outcome(result, "registered-or-not")).isEqualTo("is-registered");
        assertThat(outcome(result, "is-no-loop")).isEqualTo("true");
        assertThat(effects(result)).containsSubsequence("port:log-incoming", "port:queue-outgoing");
        assertThat(result.get("answer").asText()).isEqualTo("<Response/>");
        assertThat(result.toString())
                .contains("+1•••••••100", "a text of 12")
                .doesNotContain("5005550100", "old mill", "recognized");
    }

    @Test
    void takesTheCallersWordForWhoItIs() {
        ObjectNode stranger = request("+15005550177", "hello");
        assertThat(outcome(result(stranger), "registered-or-not")).isEqualTo("is-unknown");
        assertThat(outcome(result(stranger.put("registered", true)), "registered-or-not"))
                .isEqualTo("is-registered");
        assertThat(outcome(result(stranger.put("optedOut", true)), "may-be-texted"))
                .isEqualTo("false");
        JsonNode stop = result(request(DEMO_USER, "STOP"));
        assertThat(outcome(stop, "registered-or-not")).isEqualTo("is-keyword");
        assertThat(effects(stop)).contains("port:record-opt-out");
    }

    @Test
    void doesNothing() {
        long before = rows();
        for (int i = 0; i < 8; i++) {
            // More often than the loop guard would let the real ones go.
            assertThat(outcome(result(request(DEMO_USER, "hello")), "is-no-loop"))
                    .isEqualTo("true");
        }
        result(request(DEMO_USER, "STOP"));
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void triesACandidateInThePlaceOfALiveRoute() throws IOException {
        String candidate =
                Files.readString(RECEIVE).replace("${body.isRegistered} == true", "${body.isRegistered} == false");
        JsonNode result = result(request(DEMO_USER, "hello").put("candidate", candidate));
        assertThat(result.get("candidate").asText()).isEqualTo("inbound/receive-message.camel.yaml");
        assertThat(outcome(result, "registered-or-not")).isEqualTo("is-unknown");
        assertThat(effects(result)).doesNotContain("port:queue-outgoing");
    }

    @Test
    void tellsWhatACandidateWouldCallAndCallsNothing() throws IOException {
        String candidate =
                Files.readString(ACKNOWLEDGE).replace("uri: direct:send-message", "uri: https:nowhere.example/hook");
        assertThat(effects(result(request(DEMO_USER, "hello").put("candidate", candidate))))
                .contains("https:nowhere.example/hook");
        String counting = Files.readString(ACKNOWLEDGE)
                .replace("ref: acknowledgments", "ref: doubledSends")
                .replace("method: to", "method: count");
        assertThat(effects(result(request(DEMO_USER, "hello").put("candidate", counting))))
                .contains("bean:doubledSends.count");
    }

    @Test
    void endsALoopAndATextThatGrows() throws IOException {
        String body =
                """
                - loop:
                    id: on-and-on
                    doWhile: true
                    expression:
                      simple:
                        expression: ${body} != null
                    steps:
                      - setBody:
                          id: twice
                          expression:
                            simple:
                              expression: %s
                """;
        for (String grown : List.of("${body}", "a${body}${body}${body}${body}${body}${body}${body}")) {
            JsonNode result =
                    result(request(DEMO_USER, "hello").put("candidate", acknowledging(body.formatted(grown))));
            assertThat(result.get("failure").asText()).contains("used up");
            assertThat(result.has("answer")).isFalse();
            assertThat(result.get("steps").size()).isLessThanOrEqualTo(300);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- script:\n    expression:\n      groovy:\n        expression: System.exit(0)",
                "- setBody:\n    expression:\n      simple:\n        expression: ${env.PATH}",
                "- setBody:\n    expression:\n      simple:\n        expression: ${body.getClass.forName('x')}",
                "- setBody:\n    expression:\n      simple:\n        expression: ${body.class.classLoader}",
                "- setBody:\n    expression:\n      simple:\n        expression: ${bean:settings.x}",
                "- setBody:\n    expression:\n      constant:\n        expression: \"{{sms.operator.password}}\"",
                "- to:\n    uri: direct:find-user\n    parameters:\n      exceptionHandler: \"#class:java.lang.Object\"",
                "- bean:\n    ref: dataSource\n    method: getConnection",
                "- bean:\n    ref: acknowledgments\n    method: getClass",
                "- bean:\n    ref: acknowledgments\n    beanType: java.lang.Runtime\n    method: to",
                "- toD:\n    uri: direct:${variable.provider}",
                "- delay:\n    expression:\n      constant:\n        expression: 60000",
                "- process:\n    ref: storeFailure",
                "- convertBodyTo:\n    type: java.net.URL",
                "- filter:\n    expression:\n      simple:\n        expression: ${body} regex '(a+)+'\n    steps:\n      - stop: {}",
            })
    void refusesWhatIsNotKnownToBeHarmless(String step) {
        Reply reply = api.json(
                "POST",
                "/api/routes/try",
                "ops",
                request(DEMO_USER, "hello")
                        .put("candidate", acknowledging(step))
                        .toString());
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.field()).isEqualTo("candidate");
        assertThat(reply.toString())
                .contains("inbound/acknowledge-sender.camel.yaml:")
                .doesNotContain("getConnection");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no: [yaml", "x", "- route:\n    id: ../../x\n    group: ../etc", "[]", "- route: {}"})
    void refusesWhatIsNoRoute(String candidate) {
        Reply reply = api.json(
                "POST",
                "/api/routes/try",
                "ops",
                request(DEMO_USER, "hello").put("candidate", candidate).toString());
        assertThat(reply.status()).as(reply.toString()).isEqualTo(422);
    }

    @Test
    void refusesWhatCamelCannotMakeARouteOf() {
        String nameless = "- setVariable:\n    expression:\n      simple:\n        expression: ${body}";
        Reply reply = api.json(
                "POST",
                "/api/routes/try",
                "ops",
                request(DEMO_USER, "hello")
                        .put("candidate", acknowledging(nameless))
                        .toString());
        assertThat(reply.status()).as(reply.toString()).isEqualTo(422);
        assertThat(reply.field()).isEqualTo("candidate");
    }

    @Test
    void isForWhoeverRunsTheGateway() {
        assertThat(api.json(
                                "POST",
                                "/api/routes/try",
                                "sms:send",
                                request(DEMO_USER, "hello").toString())
                        .status())
                .isEqualTo(403);
        assertThat(api.json(
                                "POST",
                                "/api/routes/try",
                                "ops",
                                request("12", "hello").put("from", "999").toString())
                        .field())
                .isEqualTo("from");
    }

    private static String acknowledging(String step) {
        return """
                - route:
                    id: acknowledge-sender
                    description: A candidate
                    group: inbound
                    from:
                      uri: direct:acknowledge-sender
                      steps:
                """
                + step.indent(8);
    }

    private static ObjectNode request(String from, String text) {
        return JSON.createObjectNode().put("from", from).put("body", text);
    }

    private JsonNode result(ObjectNode request) {
        Reply reply = api.json("POST", "/api/routes/try", "ops", request.toString());
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json();
    }

    private static String outcome(JsonNode result, String step) {
        for (JsonNode each : result.get("steps")) {
            if (step.equals(each.path("step").asText())) {
                return each.path("outcome").asText();
            }
        }
        return null;
    }

    private static List<String> effects(JsonNode result) {
        return result.get("effects").findValuesAsText("on");
    }

    private long rows() {
        return jdbc.sql("select (select count(*) from communications) + (select count(*) from opt_out_changes)")
                .query(Long.class)
                .single();
    }
}
