package io.bactrian.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bactrian.api.ApiClient.Reply;
import io.bactrian.failure.DeadLetters;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class EdgeTests {

    @Autowired
    private ApiClient api;

    @Autowired
    private DeadLetters letters;

    @BeforeEach
    void thereIsALetter() {
        letters.keep(WorldAround.REPORT);
    }

    @Test
    void sendsNoHeaderOfTheRequestBack() {
        for (String path : new String[] {"/api/users", "/api/users?limit=0", "/api/nothing", "/api/sms/health"}) {
            Reply reply = api.send(ApiClient.as(api.request(path), "users:read")
                    .header("X-Phone", "+15005550006")
                    .header("Body", "hello")
                    .header("CamelHttpResponseCode", "202")
                    .header("Location", "https://example.org/")
                    .header("Retry-After", "9"));
            assertThat(reply.raw().headers().map().keySet())
                    .noneMatch(
                            name -> name.matches("(?i)x-phone|body|camel.*|authorization|location|retry-after|limit"));
            assertThat(reply.status()).isNotEqualTo(202);
            assertThat(reply.raw().headers().map().toString())
                    .doesNotContain("5550006")
                    .doesNotContain("hello");
        }
    }

    @Test
    void sendsNoHeaderBackWhereAMethodIsNotKnown() {
        Reply reply = api.send(ApiClient.as(api.request("/api/users"), "users:read")
                .header("X-Phone", "+15005550006")
                .method("HEAD", BodyPublishers.noBody()));
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("X-Phone")).isNull();
    }

    @Test
    void tellsAnybodyWhetherItIsUpAndNothingMore() {
        assertThat(api.send(api.request("/api/sms/health")).raw().body()).isEqualTo("{\"status\":\"up\"}");
    }

    @Test
    void givesAnybodyTheContract() {
        Reply reply = api.send(api.request("/api/openapi.yaml"));
        assertThat(reply.header("Content-Type")).startsWith("application/yaml");
        assertThat(reply.raw().body()).startsWith("openapi: 3.0.3").contains("operationId: send-sms");
    }

    @Test
    void listsDeadLetters() {
        Reply reply = api.get("/api/dead-letters", "ops");
        assertThat(reply.json().at("/items/0/id").asText()).isNotBlank();
        assertThat(reply.json().at("/items/0/replayed").asBoolean()).isFalse();
    }

    @Test
    void findsDeadLettersByWhatFailed() {
        assertThat(api.get("/api/dead-letters?kind=report&cause=StoreException&step=apply", "ops")
                        .json()
                        .at("/items/0/id")
                        .asText())
                .isEqualTo(WorldAround.LETTER);
        assertThat(api.get("/api/dead-letters?kind=report&cause=Nothing", "ops")
                        .json()
                        .at("/items"))
                .isEmpty();
        assertThat(api.get("/api/dead-letters?kind=poem", "ops").status()).isEqualTo(400);
    }

    @Test
    void countsDeadLettersByWhatFailed() {
        Reply reply = api.get("/api/dead-letters/counts?kind=report", "ops");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().at("/total").asInt()).isEqualTo(1);
        assertThat(reply.json().at("/groups/0/step").asText()).isEqualTo("apply-delivery-report");
        assertThat(api.get("/api/dead-letters/counts", "sms:read").status()).isEqualTo(403);
    }

    @Test
    void tellsWhichDeadLettersAReplayWouldTakeUp() {
        Reply reply = api.json(
                "POST", "/api/dead-letters/replay", "ops", "{\"filter\":{\"kind\":\"report\"},\"dryRun\":true}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().at("/letters").asInt()).isEqualTo(1);
        assertThat(reply.json().at("/kinds/report").asInt()).isEqualTo(1);
    }

    @Test
    void replaysManyDeadLettersInTheBackgroundAndTellsWhatCameOfEach() {
        Reply begun = api.json("POST", "/api/dead-letters/replay", "ops", "{\"ids\":[\"incoming-none\"]}");
        assertThat(begun.status()).isEqualTo(202);
        String place = begun.header("Location");
        await().until(() -> api.get(place, "ops").json().at("/state").asText().equals("finished"));
        Reply ended = api.get(place, "ops");
        assertThat(ended.json().at("/results/0/letter").asText()).isEqualTo("incoming-none");
        assertThat(ended.json().at("/results/0/result").asText()).isEqualTo("refused");
        assertThat(api.json("POST", place + "/stop", "ops", "")
                        .json()
                        .at("/state")
                        .asText())
                .isEqualTo("finished");
    }

    @Test
    void refusesAReplayThatDoesNotSayWhichLettersOrIsNotForThisCaller() {
        assertThat(replay("ops", "{\"rate\":5}")).isEqualTo(422);
        assertThat(replay("ops", "{\"filter\":{},\"rate\":1000}")).isEqualTo(400);
        assertThat(replay("ops", "{\"filter\":{},\"from\":\"failed-step\"}")).isEqualTo(400);
        assertThat(replay("sms:send", "{\"filter\":{}}")).isEqualTo(403);
        assertThat(api.get("/api/dead-letters/replays/replay-none", "ops").status())
                .isEqualTo(404);
    }

    private int replay(String scope, String order) {
        return api.json("POST", "/api/dead-letters/replay", scope, order).status();
    }

    @Test
    void refusesACursorThatNoPageGave() {
        assertThat(api.get("/api/dead-letters?cursor=bm9uZQ", "ops").status()).isEqualTo(400);
    }

    @Test
    void tellsTheDetailsOfHealthToThoseWhoRunItAlone() {
        assertThat(api.send(api.request("/actuator/health")).raw().body()).doesNotContain("components", "spool");
        assertThat(api.send(api.request("/actuator/health/readiness")).raw().body())
                .doesNotContain("components");
        assertThat(api.get("/actuator/health", "sms:read").raw().body()).doesNotContain("components");
        Reply known = api.get("/actuator/health", "ops");
        assertThat(known.json().get("components").fieldNames())
                .toIterable()
                .contains(
                        "store",
                        "providers",
                        "spool",
                        "queue",
                        "deadLetters",
                        "routes",
                        "webhooks",
                        "livenessState",
                        "readinessState");
        assertThat(known.json().at("/components/store/status").asText()).isEqualTo("UP");
        assertThat(known.json().at("/components/spool/details/depth").asInt()).isZero();
        assertThat(known.json().at("/components/deadLetters/details/count").isInt())
                .isTrue();
        assertThat(api.get("/actuator/health/readiness", "ops")
                        .json()
                        .at("/components/webhooks/status")
                        .asText())
                .isEqualTo("UP");
        assertThat(api.send(api.request("/actuator/health/spool")).status()).isEqualTo(401);
    }

    @Test
    void replaysADeadLetter() {
        Reply reply = api.json("POST", "/api/dead-letters/" + WorldAround.LETTER + "/replay", "ops", "");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get("replayed").asBoolean()).isTrue();
        assertThat(api.json("POST", "/api/dead-letters/letter-2/replay", "ops", "")
                        .status())
                .isEqualTo(404);
        assertThat(api.json("POST", "/api/dead-letters/..%2Fx/replay", "ops", "")
                        .status())
                .isEqualTo(400);
    }
}
