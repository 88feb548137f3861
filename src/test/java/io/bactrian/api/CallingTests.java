package io.bactrian.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls by way of the API. */
@ApiTest
class CallingTests {

    @Autowired
    private ApiClient api;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void tellsThatTheProviderHasTakenACall() {
        var reply = call(WorldAround.TAKEN, "\"say\": \"Your code is 4711\"");
        assertThat(reply.status()).isEqualTo(200);
        JsonNode json = reply.json();
        assertThat(json.get("status").asText()).isEqualTo("sent");
        assertThat(json.has("segments")).isFalse();
        assertThat(json.has("encoding")).isFalse();
        assertThat(json.has("estimatedCost")).isFalse();
        assertThat(stored(reply))
                .containsEntry("channel", "voice")
                .containsEntry("content", "Your code is 4711")
                .containsEntry("kind", "api")
                .containsEntry("status", "sent");
    }

    @Test
    void keepsTheUrlOfACallAsWrittenAndShowsTheCallInTheList() {
        var reply = call(
                "+15005550161",
                "\"url\": \"https://calls.example/lift.xml\", \"from\": \"+15005550009\", \"priority\": \"urgent\","
                        + " \"sendAt\": \"2027-01-01T02:00:00+02:00\"");
        assertThat(reply.status()).isEqualTo(202);
        String id = reply.json().get("id").asText();
        assertThat(reply.header("Location")).isEqualTo("/api/sms/status/" + id);
        assertThat(stored(reply))
                .containsEntry("content", "")
                .containsEntry("media", "[\"https://calls.example/lift.xml\"]")
                .containsEntry("from_number", "+15005550009");
        JsonNode listed = api.get("/api/messages/outgoing?limit=1&status=queued", "sms:read")
                .json();
        assertThat(listed.at("/items/0/channel").asText()).isEqualTo("voice");
        JsonNode state = api.get("/api/sms/status/" + id, "sms:read").json();
        assertThat(state.get("status").asText()).isEqualTo("queued");
        assertThat(state.has("segments")).isFalse();
        assertThat(api.json("POST", "/api/messages/" + id + "/cancel", "sms:send", "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void placesACallOnceThatIsAskedForTwiceUnderOneKey() {
        List<String> ids = Stream.generate(() -> api.send(ApiClient.as(api.request("/api/voice/call"), "sms:send")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "one-call")
                        .POST(BodyPublishers.ofString("{\"to\": \"+15005550165\", \"say\": \"hello\"}"))))
                .limit(2)
                .map(reply -> reply.json().get("id").asText())
                .toList();
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
        assertThat(jdbc.sql("select count(*) from communications where to_number = '+15005550165'")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void callsNobodyWhoOptedOut() {
        var reply = call(WorldAround.OPTED_OUT, "\"say\": \"hello\"");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().get("errorCode").asText()).isEqualTo("21610");
        assertThat(jdbc.sql("select count(*) from communications where to_number = ?")
                        .param(WorldAround.OPTED_OUT)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void tellsThatTheProviderRefusedACallForGood() {
        var reply = call(WorldAround.REFUSED, "\"say\": \"hello\"");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().get("errorCode").asText()).isEqualTo("21211");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'', 422, say",
                "'\"say\": \"a\", \"url\": \"https://a.example/b\"', 422, url",
                "'\"say\": \"bell \\u0007\"', 422, say",
                "'\"say\": \"half of a character \\ud83d\"', 422, say",
                "'\"say\": \"\"', 400, say",
                "'\"url\": \"http://calls.example/a.xml\"', 400, url",
                "'\"url\": \"https://\"', 400, url",
                "'\"url\": \"ftp://calls.example/a.xml\"', 400, url",
                "'\"say\": \"a\", \"from\": \"24680\"', 400, from",
                "'\"say\": \"a\", \"mediaUrl\": \"https://a.example/b\"', 400, mediaUrl"
            })
    void namesTheFieldThatIsWrong(String content, int status, String field) {
        var reply = call("+15005550162", content);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().toString()).contains("\"field\":\"" + field);
    }

    @Test
    void refusesATextThatIsTooLongOnceItIsWrittenAsTwiml() {
        assertThat(call("+15005550163", "\"say\": \"" + "&".repeat(794) + "\"").status())
                .isEqualTo(422);
        assertThat(call("+15005550163", "\"say\": \"" + "x".repeat(3968) + "\", \"sendAt\": \"2027-01-01T00:00:00Z\"")
                        .status())
                .isEqualTo(202);
    }

    @Test
    void takesAUrlOnThisMachineForTrials() {
        assertThat(call(
                                "+15005550164",
                                "\"url\": \"http://localhost:9000/a.xml\", \"sendAt\": \"2027-01-01T00:00:00Z\"")
                        .status())
                .isEqualTo(202);
    }

    @Test
    void tellsInWordsThatTheCredentialsAreRefused() {
        JsonNode checked = api.json("POST", "/api/test/twilio", "ops", "").json();
        assertThat(checked.get("ok").asBoolean()).isFalse();
        assertThat(checked.get("checks")).hasSize(1);
        assertThat(checked.at("/checks/0/name").asText()).isEqualTo("account");
        assertThat(checked.at("/checks/0/reason").asText()).isEqualTo("the credentials are refused");
        assertThat(api.json("POST", "/api/test/twilio", "sms:send", "").status())
                .isEqualTo(403);
    }

    private Map<String, Object> stored(ApiClient.Reply reply) {
        return WorldAround.stored(jdbc, reply.json().get("id").asText());
    }

    private ApiClient.Reply call(String to, String more) {
        String fields = "\"to\": \"" + to + "\"" + (more.isEmpty() ? "" : ", " + more);
        return api.json("POST", "/api/voice/call", "sms:send", "{" + fields + "}");
    }
}
