package io.bactrian.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.api.ApiClient.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApiTest
class IdempotencyTests {

    private static final String SEND = "/api/sms/send";
    private static final String BODY = "{\"to\": \"" + WorldAround.TAKEN + "\", \"body\": \"%s\"}";

    @Autowired
    private ApiClient api;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aRepeatGetsTheFirstAnswerAndNothingIsSentAgain() {
        String key = key();
        Reply first = post(SEND, key, BODY.formatted("once"));
        Reply again = post(SEND, key, "{ \"body\":\"once\",  \"to\": \"" + WorldAround.TAKEN + "\" }");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.raw().body()).isEqualTo(first.raw().body());
        assertThat(again.header("Content-Type")).isEqualTo("application/json");
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(count("once")).isEqualTo(1);
    }

    @Test
    void anAnswerThatTellsWhereToAskIsGivenAgainToo() {
        String key = key();
        String body = "{\"to\": \"%s\", \"body\": \"later\", \"sendAt\": \"2027-01-01T00:00:00Z\"}"
                .formatted(WorldAround.TAKEN);
        Reply first = post(SEND, key, body);
        Reply again = post(SEND, key, body);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.header("Location")).isEqualTo(first.header("Location")).isNotNull();
    }

    @Test
    void aRefusalIsGivenAgain() {
        String key = key();
        String body = "{\"to\": \"%s\", \"body\": \"no\"}".formatted(WorldAround.OPTED_OUT);
        Reply first = post(SEND, key, body);
        Reply again = post(SEND, key, body);
        assertThat(first.status()).isEqualTo(422);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(again.raw().body()).isEqualTo(first.raw().body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void anotherRequestWithTheSameKeyIsRefused() {
        String key = key();
        post(SEND, key, BODY.formatted("first"));
        Reply other = post(SEND, key, BODY.formatted("second"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.field()).isEqualTo("Idempotency-Key");
        assertThat(other.header("Retry-After")).isNull();
        assertThat(post("/api/sms/bulk", key, "{\"messages\": [" + BODY.formatted("first") + "]}")
                        .status())
                .isEqualTo(409);
        assertThat(count("second")).isZero();
    }

    @Test
    void theSameKeyOfAnotherCallerIsAnother() {
        String key = key();
        Reply mine = post(SEND, key, BODY.formatted("mine"));
        Reply theirs = api.send(api.request(SEND)
                .header("Authorization", "Bearer " + ApiClient.token("sms:send", "other"))
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(BODY.formatted("theirs"))));
        assertThat(theirs.status()).isEqualTo(200);
        assertThat(theirs.json().get("id")).isNotEqualTo(mine.json().get("id"));
    }

    @Test
    void aBulkIsStoredOnce() {
        String key = key();
        String body = "{\"messages\": [" + BODY.formatted("bulk") + ", {}, " + BODY.formatted("bulk") + "]}";
        Reply first = post("/api/sms/bulk", key, body);
        Reply again = post("/api/sms/bulk", key, body);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.raw().body()).isEqualTo(first.raw().body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(count("bulk")).isEqualTo(2);
    }

    @Test
    void ofManyAtTheSameInstantOneIsDone() throws Exception {
        String key = key();
        Callable<Reply> call = () -> post(SEND, key, BODY.formatted("at once"));
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Future<Reply>> replies =
                pool.invokeAll(Stream.generate(() -> call).limit(24).toList());
        pool.shutdown();
        for (Future<Reply> reply : replies) {
            assertThat(reply.get().status()).isIn(200, 409);
            assertThat(reply.get().status() == 409).isEqualTo(reply.get().header("Retry-After") != null);
        }
        assertThat(post(SEND, key, BODY.formatted("at once")).status()).isEqualTo(200);
        assertThat(count("at once")).isEqualTo(1);
    }

    @Test
    void whatFailedHereMayBeTriedAgain() {
        String key = key();
        String body = "{\"to\": \"%s\", \"body\": \"broken\"}".formatted(WorldAround.BROKEN);
        assertThat(post(SEND, key, body).status()).isEqualTo(500);
        assertThat(post(SEND, key, body).status()).as("not 409").isEqualTo(500);
        assertThat(post(SEND, key, BODY.formatted("not broken")).status()).isEqualTo(409);
    }

    @Test
    void whatADeadInstanceLeftIsDoneUnderTheIdThatItHad() {
        String key = key();
        String id = post(SEND, key, BODY.formatted("dead")).json().get("id").asText();
        jdbc.sql("update idempotency_keys set status = null, lease_until = timestamp '2026-01-01 00:00:00'"
                        + " where status is not null and new_id = ?")
                .param(id.substring("msg-".length()))
                .update();
        Reply again = api.send(request(SEND, key)
                .header("Prefer", "respond-async")
                .POST(BodyPublishers.ofString(BODY.formatted("dead"))));
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.json().get("id").asText()).isEqualTo(id);
        assertThat(again.header("Idempotency-Replayed")).isNull();
        assertThat(count("dead")).isEqualTo(1);
    }

    @Test
    void neitherTheKeyNorTheRequestIsKept() {
        String key = "order-of-+15005550006";
        post(SEND, key, BODY.formatted("words that nobody may keep"));
        List<Map<String, Object>> kept =
                jdbc.sql("select * from idempotency_keys").query().listOfRows();
        assertThat(kept).isNotEmpty();
        assertThat(kept.toString()).doesNotContain("5550006", WorldAround.TAKEN, "words that", "order-of");
    }

    @Test
    void aKeyIsAFewVisibleCharacters() {
        assertThat(post(SEND, "two words", BODY.formatted("x")).field()).isEqualTo("Idempotency-Key");
        assertThat(post(SEND, "x".repeat(256), BODY.formatted("x")).field()).isEqualTo("Idempotency-Key");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private int count(String text) {
        return jdbc.sql("select count(*) from communications where content = ?")
                .param(text)
                .query(Integer.class)
                .single();
    }

    private java.net.http.HttpRequest.Builder request(String path, String key) {
        return ApiClient.as(api.request(path), "sms:send")
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json");
    }

    private Reply post(String path, String key, String body) {
        return api.send(request(path, key).POST(BodyPublishers.ofString(body)));
    }
}
