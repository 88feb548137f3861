package io.bactrian.provider.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bactrian.Gateway;
import io.bactrian.domain.Channel;
import io.bactrian.domain.Draft;
import io.bactrian.domain.Kind;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.camel.CamelContext;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two gateways: one plays Twilio, and the other believes it. */
class OfflineTwilioTests {

    private static final String ACCOUNT = "AC" + "1".repeat(32);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path dataOfTwilio;

    @TempDir
    private Path data;

    private Gateway twilio;
    private Gateway gateway;

    @BeforeEach
    void start() throws IOException {
        int port = freePort();
        String url = "http://localhost:" + port;
        twilio = Gateway.start(
                dataOfTwilio,
                "twilio.account-sid=" + ACCOUNT,
                "sms.simulator.target=" + url,
                "sms.public-url=http://localhost:0");
        gateway = Gateway.start(
                data,
                "server.port=" + port,
                "sms.public-url=" + url,
                "sms.providers=twilio",
                "sms.retry.settle-after=1s",
                "twilio.account-sid=" + ACCOUNT,
                "twilio.phone-number=+15005550006",
                "twilio.base-url=" + twilio.url("/simulator"));
    }

    @AfterEach
    void stop() {
        if (gateway != null) {
            gateway.close();
        }
        twilio.close();
    }

    @Test
    void aTextThatIsPlayedAtTheOneIsAcknowledgedByTheOther() throws IOException {
        gateway.addUser("+15005550100");

        JsonNode played = post("/simulator/incoming", "Body=Hello");

        assertThat(played.at("/webhook/status").asInt()).isEqualTo(200);
        assertThat(played.at("/acknowledgment/text").asText()).startsWith("Your number is recognized");
        String id = "ack-" + played.get("messageSid").asText();
        eventually().until(() -> "delivered".equals(gateway.stored(id).get("status")));
        assertThat(truth().at("/items/0/id").asText()).isEqualTo(id);
        assertThat(twilio.incoming()).isEmpty();
    }

    @Test
    void whatHangsOrBreaksAfterAcceptanceIsFoundAgainAndSentOnce() throws IOException {
        List.of("fail-after", "cut-after", "cut-midway")
                .forEach(fault -> send(fault, "+15005550101", "SIMULATE " + fault));
        send("number", "+15005550254", "refused by a fault the first time, accepted the second");

        for (String id : List.of("fail-after", "cut-after", "cut-midway", "number")) {
            eventually().until(() -> "delivered".equals(gateway.stored(id).get("status")));
        }

        eventually().until(() -> truth().at("/counters/moving").asInt() == 0);
        assertThat(truth().get("items")).hasSize(4);
        assertThat(truth().at("/items"))
                .extracting(item -> item.get("id").asText())
                .containsExactlyInAnyOrder("fail-after", "cut-after", "cut-midway", "number");
    }

    private void send(String id, String to, String text) {
        Draft draft = new Draft(
                id,
                new PhoneNumber(to),
                null,
                Channel.SMS,
                text,
                List.of(),
                Kind.API,
                Priority.NORMAL,
                null,
                null,
                null,
                "default");
        gateway.bean(CamelContext.class)
                .createProducerTemplate()
                .sendBody("direct:send-message", OutgoingMessage.queued(draft, Instant.now()));
    }

    private JsonNode truth() throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(twilio.url("/simulator/truth")))
                .build();
        return JSON.readTree(Gateway.send(request).body());
    }

    private JsonNode post(String path, String form) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(twilio.url(path)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return JSON.readTree(Gateway.send(request).body());
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(60));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
