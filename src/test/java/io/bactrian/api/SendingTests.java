package io.bactrian.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.domain.Kind;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.Priority;
import io.bactrian.outbound.OutcomeWaiters;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class SendingTests {

    @Autowired
    private ApiClient api;

    @Autowired
    private PortsInMemory ports;

    @Autowired
    private OutcomeWaiters waiters;

    @Test
    void tellsThatTheProviderHasTakenAMessage() {
        var reply = send(PortsInMemory.TAKEN, "");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get("status").asText()).isEqualTo("sent");
        assertThat(reply.json().get("providerMessageId").asText()).isEqualTo("SM2");
        assertThat(ports.sent).containsKey(reply.json().get("id").asText());
    }

    @Test
    void tellsWhereToAskForAMessageThatTakesLonger() {
        var reply = send(PortsInMemory.SLOW, "");
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.json().get("status").asText()).isEqualTo("queued");
        assertThat(reply.header("Location"))
                .isEqualTo("/api/sms/status/" + reply.json().get("id").asText());
        Awaitility.await().untilAsserted(() -> assertThat(waiters.waiting()).isZero());
    }

    @Test
    void tellsThatTheProviderRefusedAMessageForGood() {
        var reply = send(PortsInMemory.REFUSED, "");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        assertThat(reply.json().get("status").asText()).isEqualTo("failed");
        assertThat(reply.json().get("errorCode").asText()).isEqualTo("21211");
        assertThat(reply.json().get("errorMessage").asText()).isEqualTo("The number is not valid");
    }

    @Test
    void sendsNothingToSomebodyWhoOptedOut() {
        var reply = send(PortsInMemory.OPTED_OUT, "");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.json().get("errorCode").asText()).isEqualTo("21610");
        assertThat(ports.sent.values())
                .noneMatch(message -> message.phoneNumber().value().equals(PortsInMemory.OPTED_OUT));
    }

    @Test
    void doesNotWaitForACallerWhoWouldRatherNot() {
        long start = System.nanoTime();
        var reply = api.send(ApiClient.as(api.request("/api/sms/send"), "sms:send")
                .header("Content-Type", "application/json")
                .header("Prefer", "respond-async")
                .POST(BodyPublishers.ofString("{\"to\": \"+15005550002\", \"body\": \"hello\"}")));
        assertThat(reply.status()).isEqualTo(202);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(300));
    }

    @Test
    void queuesWhatTheCallerWrote() {
        var reply = send(
                "(500) 555-0002",
                ", \"from\": \"+15005550009\", \"priority\": \"urgent\", \"mediaUrl\": \"https://example.org/a.png\","
                        + " \"sendAt\": \"2027-01-01T02:00:00+02:00\"");
        assertThat(reply.status()).isEqualTo(202);
        OutgoingMessage message = ports.sent.get(reply.json().get("id").asText());
        assertThat(message.phoneNumber().value()).isEqualTo("+15005550002");
        assertThat(message.from().value()).isEqualTo("+15005550009");
        assertThat(message.messageContent()).isEqualTo("hello");
        assertThat(message.mediaUrl()).containsExactly("https://example.org/a.png");
        assertThat(message.priority()).isEqualTo(Priority.URGENT);
        assertThat(message.kind()).isEqualTo(Kind.API);
        assertThat(message.sendAt()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(message.operatorId()).isEqualTo("tester");
        assertThat(message.tenant()).isEqualTo("default");
    }

    @Test
    void findsTheNumberOfAUser() {
        String user = api.json("POST", "/api/users", "users:write", "{\"phoneNumber\": \"+12025550106\"}")
                .json()
                .get("id")
                .asText();
        var reply =
                api.json("POST", "/api/sms/send", "sms:send", "{\"userId\": \"%s\", \"body\": \"hi\"}".formatted(user));
        assertThat(reply.status()).isEqualTo(202);
        OutgoingMessage message = ports.sent.get(reply.json().get("id").asText());
        assertThat(message.phoneNumber().value()).isEqualTo("+12025550106");
    }

    private ApiClient.Reply send(String to, String more) {
        return api.json(
                "POST", "/api/sms/send", "sms:send", "{\"to\": \"%s\", \"body\": \"hello\"%s}".formatted(to, more));
    }
}
