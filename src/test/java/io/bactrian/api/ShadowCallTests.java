package io.bactrian.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bactrian.api.ApiClient.Reply;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A candidate beside the gateway's own flows, while texts come in. */
@ApiTest
class ShadowCallTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path RECEIVE = Path.of("routes/inbound/receive-message.camel.yaml");
    private static final String REGISTERED = "${body.isRegistered} == true";
    private static final String SHADOWS = "/api/routes/shadows";
    private static final String DEMO_USER = "15005550100";
    private static final String STRANGER = "15005550178";

    @Autowired
    private ApiClient api;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    @AfterEach
    void endAll() {
        api.get(SHADOWS, "ops")
                .json()
                .get("items")
                .forEach(each ->
                        api.json("DELETE", SHADOWS + "/" + each.get("id").asText(), "ops", ""));
    }

    @Test
    void tellsForWhichTextsACandidateWouldDoOtherwise() throws IOException {
        String id = start(receiving("${variable.duplicate} == true"), 1000);
        String registered = text(DEMO_USER);
        text(STRANGER);
        JsonNode found = compared(id, 2);
        assertThat(found.get("same").asInt()).isEqualTo(1);
        assertThat(found.get("unlike").asInt()).isZero();
        JsonNode difference = found.at("/differences/0");
        assertThat(found.get("differences").size()).isEqualTo(1);
        assertThat(difference.get("examples").toString()).isEqualTo("[\"" + registered + "\"]");
        assertThat(difference.at("/live/step/step").asText()).isEqualTo("registered-or-not");
        assertThat(difference.at("/live/step/outcome").asText()).isEqualTo("is-registered");
        assertThat(difference.at("/live/step/values/body.isRegistered").asText())
                .isEqualTo("true");
        assertThat(difference.at("/candidate/step/outcome").asText()).isEqualTo("is-unknown");
        assertThat(difference.at("/candidate/step/says").asText()).contains("${variable.duplicate} == true");
        assertThat(difference.at("/candidate/effects").findValuesAsText("on"))
                .contains("port:log-incoming")
                .doesNotContain("port:queue-outgoing");
        assertThat(found.toString()).doesNotContain("5005550", "of the shadow");
    }

    @Test
    void doesNothingAndEndsAfterItsNumberOfTexts() throws IOException {
        String id = start(Files.readString(RECEIVE), 1);
        String sid = text(STRANGER);
        JsonNode found = compared(id, 1);
        assertThat(found.get("same").asInt()).isEqualTo(1);
        assertThat(found.get("state").asText()).isEqualTo("ended");
        assertThat(jdbc.sql("select count(*) from communications where message_id = ?")
                        .param(sid)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void tellsOfACandidateThatFails() throws IOException {
        String id = start(receiving("${body.nobodyHasThis} == true"), 1000);
        text(STRANGER);
        JsonNode difference = compared(id, 1).at("/differences/0");
        assertThat(difference.get("what").asText()).isEqualTo("failure");
        assertThat(difference.at("/candidate/failure").asText()).isNotEmpty();
        assertThat(difference.at("/live").has("failure")).isFalse();
    }

    @Test
    void endsALoop() {
        String id = start(
                """
                - route:
                    id: look-up-wishes
                    description: On and on
                    group: optout
                    from:
                      uri: direct:look-up-wishes
                      steps:
                        - loop:
                            id: on-and-on
                            doWhile: true
                            expression:
                              simple:
                                expression: ${body} != null
                            steps:
                              - setBody:
                                  id: again
                                  expression:
                                    simple:
                                      expression: ${body}
                """,
                1000);
        text(STRANGER);
        JsonNode difference = compared(id, 1).at("/differences/0");
        assertThat(difference.at("/candidate/failure").asText()).contains("used up");
    }

    @Test
    void runsOneAtATimeForWhoeverRunsTheGateway() throws IOException {
        String body = body(Files.readString(RECEIVE), 10);
        assertThat(api.json("POST", SHADOWS, "sms:send", body).status()).isEqualTo(403);
        Reply first = api.json("POST", SHADOWS, "ops", body);
        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(api.json("POST", SHADOWS, "ops", body).status()).isEqualTo(409);
        Reply ended = api.json("DELETE", first.header("Location"), "ops", "");
        assertThat(ended.json().get("ended").asText()).contains("by a call");
        assertThat(api.get(first.header("Location"), "ops").json().get("state").asText())
                .isEqualTo("ended");
        assertThat(api.get(SHADOWS + "/nobody", "ops").status()).isEqualTo(404);
    }

    @Test
    void endsByItself() throws IOException {
        Reply begun = api.json(
                "POST", SHADOWS, "ops", body(Files.readString(RECEIVE), 10).replace("PT10M", "PT1S"));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(api.get(begun.header("Location"), "ops")
                        .json()
                        .path("ended")
                        .asText())
                .contains("time"));
    }

    @Test
    void refusesWhatCannotBeTried() {
        assertThat(api.json("POST", SHADOWS, "ops", body("no: [yaml", 10)).field())
                .isEqualTo("candidate");
        assertThat(api.json("POST", SHADOWS, "ops", body("x", 10).replace("PT10M", "PT25H"))
                        .field())
                .isEqualTo("for");
    }

    private static String receiving(String condition) throws IOException {
        String text = Files.readString(RECEIVE);
        assertThat(text).contains(REGISTERED);
        return text.replace(REGISTERED, condition);
    }

    private static String body(String candidate, int messages) {
        return JSON.createObjectNode()
                .put("candidate", candidate)
                .put("for", "PT10M")
                .put("messages", messages)
                .toString();
    }

    private String start(String candidate, int messages) {
        Reply reply = api.json("POST", SHADOWS, "ops", body(candidate, messages));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.json().get("id").asText();
    }

    private String text(String from) {
        String sid = "SM" + UUID.randomUUID().toString().replace("-", "");
        String form = "MessageSid=" + sid + "&From=%2B" + from + "&To=%2B15005550006&Body=a+word+of+the+shadow";
        Reply reply = api.send(api.request("/simulator/incoming")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return sid;
    }

    private JsonNode compared(String id, int texts) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(api.get(SHADOWS + "/" + id, "ops")
                        .json()
                        .get("compared")
                        .asInt())
                .isEqualTo(texts));
        return api.get(SHADOWS + "/" + id, "ops").json();
    }
}
