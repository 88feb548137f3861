package io.bactrian.provider.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bactrian.provider.twilio.TwilioAccount;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;

/** Reports that are lost, doubled, late, early or in the wrong order, and the truth about them. */
@SimulatorTest
class CallbackFaultTests {

    private static final String TO = "+15005550101";

    @Autowired
    private TwilioAccount account;

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private ObjectMapper json;

    @LocalServerPort
    private int port;

    private CallbackReceiver receiver;
    private TwilioCalls create;

    @BeforeEach
    void forgets() throws IOException {
        receiver = new CallbackReceiver();
        create = new TwilioCalls(account, port);
        http.delete("/simulator/truth");
    }

    @AfterEach
    void behaves() {
        http.delete("/simulator/faults");
        receiver.close();
    }

    @ParameterizedTest
    @CsvSource({
        "lose,'',lost,2",
        "twice,'sent,sent,delivered,delivered',doubled,2",
        "reorder,'delivered,sent',reordered,2",
        "reverse,'delivered,sent',reordered,0"
    })
    void postsWhatThePlanLeaves(String fault, String statuses, String counter, int count) throws IOException {
        begin("{\"callbacks\":{\"" + fault + "\":1}}");

        String sid = send("hello");

        await().until(() -> truth().at("/counters/moving").asInt() == 0);
        List<String> expected = statuses.isEmpty() ? List.of() : List.of(statuses.split(","));
        assertThat(receiver.statusesOf(sid)).isEqualTo(expected);
        JsonNode counters = truth().get("counters");
        assertThat(counters.at("/callbacks/" + counter).asInt()).isEqualTo(count);
        assertThat(counters.at("/callbacks/posted").asInt()).isEqualTo(expected.size());
        assertThat(truth().at("/items/0/callbacksPosted").asInt()).isEqualTo(expected.size());
        assertThat(truth().at("/items/0/callbacksTaken").asInt()).isEqualTo(expected.size());
        assertThat(truth().at("/items/0/status").asText()).isEqualTo("delivered");
    }

    @Test
    void holdsAReportBackUntilAnotherHasOvertakenIt() throws IOException {
        String sid = sidOf(
                create.send(TO, "SIMULATE delay", receiver.url("m1")).join().body());

        await().until(() -> receiver.statusesOf(sid).size() == 2);

        await().until(() -> truth().at("/counters/moving").asInt() == 0);
        assertThat(receiver.statusesOf(sid)).containsExactlyInAnyOrder("sent", "delivered");
        assertThat(truth().at("/counters/callbacks/delayed").asInt()).isEqualTo(2);
    }

    @Test
    void keepsAMovingMessageMovingWhileAReportIsHeldBack() throws IOException {
        begin("{\"callbacks\":{\"delay\":1,\"delayBy\":\"1h\"}}");
        String sid = send("hello");

        await().until(() -> truth().at("/items/0/status").asText().equals("delivered"));

        assertThat(truth().at("/counters/moving").asInt()).isEqualTo(1);
        assertThat(receiver.statusesOf(sid)).isEmpty();
    }

    @Test
    void postsTheFirstReportBeforeItAnswersTheCall() throws IOException {
        begin("{\"callbacks\":{\"early\":1}}");

        for (int i = 0; i < 5; i++) {
            assertThat(receiver.statusesOf(send("hello"))).startsWith("sent");
        }
    }

    @Test
    void endsMessagesUndelivered() throws IOException {
        begin("{\"delivery\":{\"fail\":1,\"codes\":[30005]}}");

        String sid = send("hello");

        await().until(() -> receiver.statusesOf(sid).size() == 2);
        assertThat(receiver.statusesOf(sid)).containsExactly("sent", "undelivered");
        assertThat(truth().at("/items/0/errorCode").asInt()).isEqualTo(30005);
    }

    private String send(String text) throws IOException {
        return sidOf(create.send(TO, text, receiver.url("m1")).join().body());
    }

    private String sidOf(String answer) throws IOException {
        return json.readTree(answer).get("sid").asText();
    }

    private JsonNode truth() {
        return http.getForObject("/simulator/truth", JsonNode.class);
    }

    private void begin(String plan) {
        http.exchange(
                RequestEntity.put("/simulator/faults")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(plan),
                Void.class);
    }
}
