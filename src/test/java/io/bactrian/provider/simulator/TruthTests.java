package io.bactrian.provider.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.bactrian.provider.twilio.TwilioAccount;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What the simulator says of what it accepted. */
@SimulatorTest
class TruthTests {

    @Autowired
    private TwilioAccount account;

    @Autowired
    private TestRestTemplate http;

    @LocalServerPort
    private int port;

    private TwilioCalls create;

    @BeforeEach
    void forgets() {
        create = new TwilioCalls(account, port);
        http.delete("/simulator/truth");
    }

    @Test
    void tellsOfEachMessageByOurOwnIdAndNeverItsNumberOrText() throws IOException {
        try (CallbackReceiver receiver = new CallbackReceiver()) {
            create.send("+15005550133", "a secret text", receiver.url("our%20id"))
                    .join();
            create.send("+15005550133", "SIMULATE fail-after", null).join();
            await().until(() -> truth("").at("/counters/moving").asInt() == 0);
        }

        JsonNode truth = truth("");

        assertThat(truth.toString()).doesNotContain("5550133", "secret");
        JsonNode first = truth.at("/items/0");
        assertThat(first.get("sid").asText()).startsWith("SM");
        assertThat(first.get("id").asText()).isEqualTo("our id");
        assertThat(first.get("answer").asText()).isEqualTo("created");
        assertThat(first.get("status").asText()).isEqualTo("delivered");
        assertThat(first.get("acceptedAt").asText())
                .isLessThanOrEqualTo(first.get("sentAt").asText());
        assertThat(first.get("errorCode").isNull()).isTrue();
        assertThat(truth.at("/items/1/id").isNull()).isTrue();
        assertThat(truth.at("/items/1/answer").asText()).isEqualTo("fail-after");
    }

    @Test
    void isReadPartByPartWhileMoreIsAccepted() {
        List<String> sent = new ArrayList<>(send(5));
        List<String> read = new ArrayList<>();
        String cursor = "0";
        while (cursor != null) {
            JsonNode part = truth("?limit=2&cursor=" + cursor);
            part.get("items").forEach(item -> read.add(item.get("sid").asText()));
            cursor = part.get("nextCursor").isNull()
                    ? null
                    : part.get("nextCursor").asText();
            if (read.size() == 4) {
                sent.addAll(send(1));
            }
        }

        assertThat(read).isEqualTo(sent);
    }

    @Test
    void refusesACursorThatIsNone() {
        ResponseEntity<JsonNode> refused = http.getForEntity("/simulator/truth?cursor=x", JsonNode.class);

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(refused.getBody().at("/errors/0/field").asText()).isEqualTo("cursor");
    }

    @Test
    void forgetsEverythingWhenTold() {
        send(3);
        http.delete("/simulator/truth");

        JsonNode truth = truth("");

        assertThat(truth.get("items")).isEmpty();
        assertThat(truth.at("/counters/accepted").asInt()).isZero();
        assertThat(truth.at("/counters/forgotten").asInt()).isZero();
        await().until(() -> truth("").at("/counters/moving").asInt() == 0);
    }

    private List<String> send(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> create.send("+15005550134", "hello", null).join().body())
                .map(body -> body.replaceFirst("(?s).*\"sid\":\"(SM[0-9a-f]{32})\".*", "$1"))
                .toList();
    }

    private JsonNode truth(String query) {
        return http.getForObject("/simulator/truth" + query, JsonNode.class);
    }
}
