package io.bactrian.provider.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bactrian.provider.twilio.TwilioAccount;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.test.context.TestPropertySource;

/** What a caller meets on the wire when the simulator misbehaves. The web server has four threads. */
@SimulatorTest
@TestPropertySource(properties = "server.tomcat.threads.max=4")
class FaultTests {

    private static final String TO = "+15005550101";

    @Autowired
    private TwilioAccount account;

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private ObjectMapper json;

    @LocalServerPort
    private int port;

    private TwilioCalls create;

    @BeforeEach
    void forgets() {
        create = new TwilioCalls(account, port);
        http.delete("/simulator/truth");
    }

    @AfterEach
    void behaves() {
        http.delete("/simulator/faults");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"refuse\":1,\"codes\":[21614]',400,21614,refuse,0",
        "'\"refuse\":1,\"codes\":[12345]',400,12345,refuse,0",
        "'\"refuse\":1,\"codes\":[20003]',401,20003,refuse,0",
        "'\"busy\":1,\"retryAfter\":\"7s\"',429,20429,busy,0",
        "'\"unauthorized\":1',401,20003,unauthorized,0",
        "'\"forbidden\":1',403,20005,forbidden,0",
        "'\"failBefore\":1',500,20500,fail-before,0",
        "'\"failAfter\":1',500,20500,fail-after,1"
    })
    void answersWithTheErrorThatThePlanAsksFor(String plan, int status, int code, String fault, int accepted)
            throws IOException {
        begin("{\"create\":{" + plan + "}}");

        HttpResponse<String> answer = create.send(TO, "hello", null).join();

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json.readTree(answer.body()).get("code").asInt()).isEqualTo(code);
        assertThat(answer.headers().firstValue("Retry-After").orElse(null)).isEqualTo(status == 429 ? "7" : null);
        assertThat(truth().at("/counters/faults/" + fault).asInt()).isEqualTo(1);
        assertThat(truth().at("/counters/refused").asInt()).isEqualTo(status < 500 ? 1 : 0);
        assertThat(truth().at("/items")).hasSize(accepted);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"cutBefore\":1',0",
        "'\"cutAfter\":1',1",
        "'\"cutMidway\":1',1",
        "'\"hangBefore\":1,\"hang\":\"50ms\"',0",
        "'\"hangAfter\":1,\"hang\":\"50ms\"',1"
    })
    void closesTheConnectionWithoutAWholeAnswer(String plan, int accepted) {
        begin("{\"create\":{" + plan + "}}");

        CompletableFuture<HttpResponse<String>> answer = create.send(TO, "hello", null);

        assertThatThrownBy(answer::join).isInstanceOf(CompletionException.class).hasCauseInstanceOf(IOException.class);
        assertThat(truth().at("/items")).hasSize(accepted);
        assertThat(truth().at("/counters/accepted").asInt()).isEqualTo(accepted);
    }

    @Test
    void keepsNoThreadForCallsThatHangOrAreSlow() {
        begin("{\"create\":{\"hangAfter\":0.5,\"slow\":1,\"delay\":\"9m\",\"hang\":\"9m\"}}");
        List<CompletableFuture<HttpResponse<String>>> calls = IntStream.range(0, 200)
                .mapToObj(i -> create.send(TO, "hello", null))
                .toList();

        await().until(() -> truth().at("/counters/accepted").asInt() == 200);

        http.delete("/simulator/faults");
        assertThat(create.send(TO, "hello", null).join().statusCode()).isEqualTo(201);
        assertThat(http.postForEntity("/webhooks/twilio/incoming", "Body=x", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        assertThat(calls).noneMatch(CompletableFuture::isDone);
        calls.forEach(call -> call.cancel(true));
    }

    @Test
    void answersLateAndWell() throws IOException {
        begin("{\"create\":{\"slow\":1,\"delay\":\"20ms\",\"jitter\":\"20ms\"}}");

        HttpResponse<String> answer = create.send(TO, "hello", null).join();

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(json.readTree(answer.body()).get("sid").asText())
                .isEqualTo(truth().at("/items/0/sid").asText());
        assertThat(truth().at("/counters/faults/slow").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "fetch"})
    void failsListsAndFetches(String call) {
        String sid = sid(create.send(TO, "hello", null).join());

        begin("{\"%s\":{\"fail\":1}}".formatted(call));
        assertThat(read(call, sid).statusCode()).isEqualTo(500);

        begin("{\"%s\":{\"busy\":1}}".formatted(call));
        assertThat(read(call, sid).statusCode()).isEqualTo(429);
        assertThat(read(call, sid).headers().firstValue("Retry-After")).hasValue("1");

        begin("{\"%s\":{\"slow\":1,\"delay\":\"5ms\"}}".formatted(call));
        assertThat(read(call, sid).body()).contains(sid);
        assertThat(truth().at("/counters/faults/" + call + "-slow").asInt()).isEqualTo(1);
    }

    @Test
    void showsAMessageOnlyAfterTheLag() {
        begin("{\"list\":{\"lag\":\"1h\"},\"fetch\":{\"lag\":\"1h\"}}");
        String sid = sid(create.send(TO, "hello", null).join());

        assertThat(create.list(TO).body()).doesNotContain(sid);
        assertThat(create.fetch(sid).statusCode()).isEqualTo(404);

        begin("{\"list\":{\"lag\":\"1ms\"},\"fetch\":{\"lag\":\"1ms\"}}");
        await().untilAsserted(() -> assertThat(create.list(TO).body()).contains(sid));
        assertThat(create.fetch(sid).statusCode()).isEqualTo(200);
    }

    @Test
    void playsMagicNumbersAndTextsWithoutAPlan() {
        Stream.of("+15005550201", "whatsapp:+15005550201")
                .forEach(to -> assertThat(create.send(to, "hello", null).join().statusCode())
                        .as(to)
                        .isEqualTo(429));
        assertThat(create.send(TO, "SIMULATE fail-after", null).join().statusCode())
                .isEqualTo(500);
        assertThat(create.send(TO, "SIMULATE refuse 20006", null).join().statusCode())
                .isEqualTo(403);
        assertThat(create.send("+15005550204", "SIMULATE busy", null).join().statusCode())
                .isEqualTo(429);
        assertThat(create.send("+15005550299", "SIMULATE nothing at all", null)
                        .join()
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void playsSomeMagicOnlyTheFirstTimeThatAMessageIsTried() {
        String callback = "http://localhost:1/status/tried-twice";

        assertThat(create.send("+15005550251", "hello", callback).join().statusCode())
                .isEqualTo(429);
        assertThat(create.send("+15005550251", "hello", callback).join().statusCode())
                .isEqualTo(201);
        assertThat(create.send("+15005550251", "hello", callback + "x").join().statusCode())
                .isEqualTo(429);
    }

    @Test
    void meetsTheSameFaultsAgainByTheSameSeed() {
        String plan = "{\"seed\":11,\"create\":{\"busy\":0.3,\"failBefore\":0.3}}";
        begin(plan);
        List<Integer> first = statuses();
        begin(plan);

        assertThat(statuses()).isEqualTo(first);
        assertThat(first).contains(201, 429, 500);
    }

    private List<Integer> statuses() {
        return IntStream.range(0, 30)
                .mapToObj(i -> create.send(TO, "hello", null).join().statusCode())
                .toList();
    }

    private HttpResponse<String> read(String call, String sid) {
        return call.equals("list") ? create.list(TO) : create.fetch(sid);
    }

    private String sid(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body()).get("sid").asText();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
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
