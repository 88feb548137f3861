package io.bactrian.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bactrian.domain.Priority;
import io.bactrian.outbound.OutcomeWaiters;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApiTest
class SendingTests {

    @Autowired
    private ApiClient api;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private OutcomeWaiters waiters;

    @Test
    void tellsThatTheProviderHasTakenAMessage() {
        var reply = send(WorldAround.TAKEN, "");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get("status").asText()).isEqualTo("sent");
        assertThat(reply.json().get("providerMessageId").asText()).startsWith("SM");
        assertThat(stored(reply)).containsEntry("status", "sent").containsEntry("to_number", WorldAround.TAKEN);
    }

    @Test
    void tellsWhereToAskForAMessageThatTakesLonger() {
        var reply = sendSlow("wait=1");
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.json().get("status").asText()).isEqualTo("queued");
        assertThat(reply.header("Location"))
                .isEqualTo("/api/sms/status/" + reply.json().get("id").asText());
        Awaitility.await().untilAsserted(() -> assertThat(waiters.waiting()).isZero());
    }

    @Test
    void tellsThatTheProviderRefusedAMessageForGood() {
        var reply = send(WorldAround.REFUSED, "");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        assertThat(reply.json().get("status").asText()).isEqualTo("failed");
        assertThat(reply.json().get("errorCode").asText()).isEqualTo("21211");
        assertThat(reply.json().get("errorMessage").asText()).isNotBlank().doesNotContain("555");
    }

    @Test
    void sendsNothingToSomebodyWhoOptedOut() {
        var reply = send(WorldAround.OPTED_OUT, "");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.json().get("errorCode").asText()).isEqualTo("21610");
        assertThat(jdbc.sql("select count(*) from communications where to_number = ?")
                        .param(WorldAround.OPTED_OUT)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void doesNotWaitForACallerWhoWouldRatherNot() {
        var reply = sendSlow("respond-async");
        assertThat(reply.status()).isEqualTo(202);
        assertThat(stored(reply).get("sent_at"))
                .as("nobody waited for the provider")
                .isNull();
        Awaitility.await()
                .untilAsserted(() -> assertThat(stored(reply).get("sent_at")).isNotNull());
    }

    private ApiClient.Reply sendSlow(String prefer) {
        return api.send(ApiClient.as(api.request("/api/sms/send"), "sms:send")
                .header("Content-Type", "application/json")
                .header("Prefer", prefer)
                .POST(BodyPublishers.ofString("{\"to\": \"" + WorldAround.SLOW + "\", \"body\": \"hello\"}")));
    }

    @Test
    void tellsWhatAMessageTakesBeforeTheProviderHasSaidSo() {
        String later = ", \"sendAt\": \"2027-01-01T02:00:00+02:00\"";
        JsonNode plain = send(WorldAround.TAKEN, "x".repeat(161), later).json();
        assertThat(plain.get("encoding").asText()).isEqualTo("GSM-7");
        assertThat(plain.get("segments").asInt()).isEqualTo(2);
        assertThat(plain.at("/estimatedCost/amount").asText()).isEqualTo("0.0166");
        assertThat(plain.at("/estimatedCost/currency").asText()).isEqualTo("USD");
        assertThat(api.get("/api/sms/status/" + plain.get("id").asText(), "sms:read")
                        .json()
                        .get("segments")
                        .asInt())
                .isEqualTo(2);
        JsonNode abroad = send("+4915123456789", "ж".repeat(71), later).json();
        assertThat(abroad.get("encoding").asText()).isEqualTo("UCS-2");
        assertThat(abroad.get("segments").asInt()).isEqualTo(2);
        assertThat(abroad.has("estimatedCost"))
                .as("no price is known for that country")
                .isFalse();
    }

    @Test
    void tellsTheProvidersOwnCountOfAMessageThatItHasTaken() {
        JsonNode reply = send(WorldAround.TAKEN, "x".repeat(161), "").json();
        assertThat(reply.get("segments").asInt()).as("FakeTwilio says so").isOne();
        assertThat(reply.at("/estimatedCost/amount").asText()).isEqualTo("0.0083");
        assertThat(api.get("/api/sms/status/" + reply.get("id").asText(), "sms:read")
                        .json()
                        .get("segments")
                        .asInt())
                .isOne();
    }

    @Test
    void estimatesNoCostOfAMessageThatTheProviderRefused() {
        JsonNode reply = send(WorldAround.REFUSED, "").json();
        assertThat(reply.get("encoding").asText()).isEqualTo("GSM-7");
        assertThat(reply.get("segments").asInt()).isOne();
        assertThat(reply.has("estimatedCost")).isFalse();
    }

    @Test
    void takesAnMmsAsOne() {
        String picture = ", \"mediaUrl\": \"https://example.org/a.png\", \"sendAt\": \"2027-01-01T02:00:00Z\"";
        JsonNode reply = send(WorldAround.TAKEN, "ж".repeat(200), picture).json();
        assertThat(reply.has("encoding")).isFalse();
        assertThat(reply.get("segments").asInt()).isOne();
        assertThat(reply.at("/estimatedCost/amount").asText()).isEqualTo("0.02");
    }

    @Test
    void queuesWhatTheCallerWrote() {
        var reply = send(
                "(500) 555-0102",
                ", \"from\": \"+15005550009\", \"priority\": \"urgent\", \"mediaUrl\": \"https://example.org/a.png\","
                        + " \"sendAt\": \"2027-01-01T02:00:00+02:00\"");
        assertThat(reply.status()).isEqualTo(202);
        assertThat(stored(reply))
                .containsEntry("to_number", "+15005550102")
                .containsEntry("from_number", "+15005550009")
                .containsEntry("content", "hello")
                .containsEntry("media", "[\"https://example.org/a.png\"]")
                .containsEntry("priority", Priority.URGENT.ordinal())
                .containsEntry("kind", "api")
                .containsEntry("status", "queued")
                .containsEntry("operator_id", "tester")
                .containsEntry("tenant", "default");
        assertThat(stored(reply).get("send_at").toString()).startsWith("2027-01-01");
    }

    @Test
    void findsTheNumberOfAUser() {
        String user = api.json("POST", "/api/users", "users:write", "{\"phoneNumber\": \"+12025550106\"}")
                .json()
                .get("id")
                .asText();
        var reply =
                api.json("POST", "/api/sms/send", "sms:send", "{\"userId\": \"%s\", \"body\": \"hi\"}".formatted(user));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(stored(reply)).containsEntry("to_number", "+12025550106");
    }

    private Map<String, Object> stored(ApiClient.Reply reply) {
        return WorldAround.stored(jdbc, reply.json().get("id").asText());
    }

    private ApiClient.Reply send(String to, String more) {
        return send(to, "hello", more);
    }

    private ApiClient.Reply send(String to, String body, String more) {
        return api.json(
                "POST", "/api/sms/send", "sms:send", "{\"to\": \"%s\", \"body\": \"%s\"%s}".formatted(to, body, more));
    }
}
