package io.bactrian.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.bactrian.api.ApiClient.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApiTest
class BulkTests {

    private static final String LATER = ", \"sendAt\": \"2027-01-01T00:00:00Z\"";

    @Autowired
    private ApiClient api;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void clear() {
        for (String table : List.of("communications", "attempts", "delivery_reports", "batches")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    @Test
    void sendsTheGoodRowsAndTellsTheOthers() {
        Reply reply = bulk("{\"messages\": ["
                + String.join(
                        ",",
                        row(WorldAround.TAKEN, "one"),
                        "{}",
                        "5",
                        row(WorldAround.OPTED_OUT, "two"),
                        row("+1500555", "three"),
                        "{\"to\": \"" + WorldAround.TAKEN + "\", \"body\": \"four\", \"mediaUrl\": \"ftp://x\"}",
                        "{\"userId\": \"nobody\", \"body\": \"five\"}",
                        "{\"to\": \"" + WorldAround.TAKEN + "\", \"body\": \"six\", \"colour\": \"red\"}",
                        row(WorldAround.TAKEN, "x".repeat(1601)),
                        row(WorldAround.TAKEN, "seven"))
                + "]}");
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(202);
        JsonNode result = reply.json();
        String id = result.get("batchId").asText();
        assertThat(reply.header("Location")).isEqualTo("/api/sms/status/" + id);
        assertThat(result.get("accepted").asInt()).isEqualTo(2);
        assertThat(result.get("rejected").findValuesAsText("index"))
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8");
        assertThat(result.get("rejected").findValuesAsText("field"))
                .containsExactly("body", "(row)", "to", "to", "mediaUrl", "userId", "colour", "body");
        assertThat(result.at("/rejected/2/errorCode").asText()).isEqualTo("21610");
        assertThat(result.toString()).doesNotContain("555").doesNotContain("ftp");
        awaitStatus(id, "done");
        assertThat(state(id).at("/counts/sent").asInt()).isEqualTo(2);
        assertThat(state(id).get("rejected").asInt()).isEqualTo(8);
        assertThat(state(id).get("processed").asInt()).isEqualTo(2);
        JsonNode list =
                api.get("/api/messages/outgoing?batchId=" + id, "sms:read").json();
        assertThat(list.get("items").findValuesAsText("messageContent")).containsExactly("seven", "one");
        assertThat(list.get("items").findValuesAsText("priority")).containsOnly("low");
        assertThat(list.get("items").findValuesAsText("batchId")).containsOnly(id);
    }

    @Test
    void refusesWhatIsNoBulkAtAll() {
        assertThat(bulk("{\"messages\": []}").field()).isEqualTo("messages");
        assertThat(bulk("{\"messages\": {}}").field()).isEqualTo("messages");
        assertThat(bulk("{}").field()).isEqualTo("messages");
        assertThat(bulk("{\"messages\": [" + row(WorldAround.TAKEN, "x") + "], \"colour\": 1}")
                        .field())
                .isEqualTo("colour");
        String tooMany = IntStream.range(0, 1001).mapToObj(i -> "{}").collect(Collectors.joining(","));
        Reply reply = bulk("{\"messages\": [" + tooMany + "]}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.field()).isEqualTo("messages");
    }

    @Test
    void aBatchOfNothingButBadRowsIsABatchOfNone() {
        Reply reply = bulk("{\"messages\": [{}, []]}");
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.json().get("accepted").asInt()).isZero();
        assertThat(state(reply.json().get("batchId").asText()).get("status").asText())
                .isEqualTo("done");
    }

    @Test
    void rowsMayHaveATimeAndAPriorityOfTheirOwn() {
        String own = "{\"to\": \"%s\", \"body\": \"own\", \"priority\": \"high\", \"sendAt\": \"2028-01-01T00:00:00Z\"}"
                .formatted(WorldAround.TAKEN);
        String id = bulk("{\"messages\": [" + row(WorldAround.TAKEN, "other") + "," + own
                        + "], \"priority\": \"normal\"" + LATER + "}")
                .json()
                .get("batchId")
                .asText();
        JsonNode items = api.get("/api/messages/outgoing?batchId=" + id, "sms:read")
                .json()
                .get("items");
        assertThat(items.findValuesAsText("priority")).containsExactly("high", "normal");
        assertThat(items.findValuesAsText("sendAt")).containsExactly("2028-01-01T00:00:00Z", "2027-01-01T00:00:00Z");
    }

    @Test
    void isPausedResumedAndCanceled() {
        String id = later(3);
        assertThat(post("/api/sms/batches/" + id + "/pause")
                        .json()
                        .get("status")
                        .asText())
                .isEqualTo("paused");
        assertThat(post("/api/sms/batches/" + id + "/pause").status()).isEqualTo(200);
        assertThat(due()).containsOnlyNulls();
        assertThat(post("/api/sms/batches/" + id + "/resume")
                        .json()
                        .get("status")
                        .asText())
                .isEqualTo("running");
        assertThat(due()).hasSize(3).doesNotContainNull();
        JsonNode canceled = post("/api/sms/batches/" + id + "/cancel").json();
        assertThat(canceled.get("status").asText()).isEqualTo("canceled");
        assertThat(canceled.at("/counts/canceled").asInt()).isEqualTo(3);
        assertThat(post("/api/sms/batches/" + id + "/cancel").status()).isEqualTo(200);
        assertThat(post("/api/sms/batches/" + id + "/resume").status()).isEqualTo(409);
        assertThat(post("/api/sms/batches/" + id + "/pause").field()).isEqualTo("id");
        assertThat(post("/api/sms/batches/batch-unknown/pause").status()).isEqualTo(404);
    }

    @Test
    void aBatchIsItsTenantsAlone() {
        String id = later(1);
        String other = "Bearer " + ApiClient.token("sms:read sms:send", "other");
        assertThat(api.send(api.request("/api/sms/status/" + id).header("Authorization", other))
                        .status())
                .isEqualTo(404);
        for (String action : List.of("pause", "resume", "cancel")) {
            assertThat(api.send(api.request("/api/sms/batches/" + id + "/" + action)
                                    .header("Authorization", other)
                                    .POST(BodyPublishers.noBody()))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(api.send(api.request("/api/messages/outgoing?batchId=" + id).header("Authorization", other))
                        .json()
                        .get("items"))
                .isEmpty();
        assertThat(state(id).get("status").asText()).isEqualTo("running");
    }

    @Test
    void whatComesBackIntoACanceledBatchIsCanceled() {
        String id = later(1);
        jdbc.sql("update communications set status = 'sending', next_attempt_at = null")
                .update();
        post("/api/sms/batches/" + id + "/cancel");
        assertThat(state(id).at("/counts/sending").asInt()).isEqualTo(1);
        jdbc.sql("update communications set status = 'queued', next_attempt_at = timestamp '2027-01-01 00:00:00'")
                .update();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> state(id).at("/counts/canceled").asInt() == 1);
    }

    @Test
    void cancelsAMessageThatWaits() {
        String id = api.json(
                        "POST",
                        "/api/sms/send",
                        "sms:send",
                        "{\"to\": \"" + WorldAround.TAKEN + "\", \"body\": \"x\"" + LATER + "}")
                .json()
                .get("id")
                .asText();
        Reply stranger = api.send(api.request("/api/messages/" + id + "/cancel")
                .header("Authorization", "Bearer " + ApiClient.token("sms:send", "other"))
                .POST(BodyPublishers.noBody()));
        assertThat(stranger.status()).isEqualTo(404);
        assertThat(post("/api/messages/" + id + "/cancel").json().get("status").asText())
                .isEqualTo("canceled");
        assertThat(post("/api/messages/" + id + "/cancel").status()).isEqualTo(200);
        assertThat(post("/api/messages/msg-unknown/cancel").status()).isEqualTo(404);
    }

    @Test
    void doesNotCancelWhatHasLeft() {
        String id = api.json("POST", "/api/sms/send", "sms:send", row(WorldAround.TAKEN, "x"))
                .json()
                .get("id")
                .asText();
        assertThat(post("/api/messages/" + id + "/cancel").status()).isEqualTo(409);
    }

    private String later(int rows) {
        String messages = IntStream.range(0, rows)
                .mapToObj(i -> row(WorldAround.TAKEN, "row " + i))
                .collect(Collectors.joining(","));
        return bulk("{\"messages\": [" + messages + "]" + LATER + "}")
                .json()
                .get("batchId")
                .asText();
    }

    private List<Object> due() {
        return jdbc.sql("select next_attempt_at from communications").query().singleColumn();
    }

    private void awaitStatus(String id, String status) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> state(id).get("status").asText().equals(status));
    }

    private JsonNode state(String id) {
        return api.get("/api/sms/status/" + id, "sms:read").json();
    }

    private Reply bulk(String body) {
        return api.json("POST", "/api/sms/bulk", "sms:send", body);
    }

    private Reply post(String path) {
        return api.send(ApiClient.as(api.request(path), "sms:send").POST(BodyPublishers.noBody()));
    }

    private static String row(String to, String body) {
        return "{\"to\": \"" + to + "\", \"body\": \"" + body + "\"}";
    }
}
