package io.bactrian.failure;

import static io.bactrian.Gateway.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bactrian.Gateway;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many letters are sent through again at once, each has its result, and none is sent twice. */
class BulkReplayTests {

    private static final String KNOWN = "+15005550101";
    private static final String INCOMING = "/webhooks/twilio/incoming";

    @TempDir
    private static Path data;

    private static Gateway gateway;

    @BeforeAll
    static void start() {
        gateway = Gateway.start(data);
        gateway.addUser(KNOWN);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void theSameLettersReplayedTwiceAtTheSameTimeAreSentOnce() {
        List<String> ids = failed("SM60", 8);
        ReplayReport begun = replays().start(ids, 100, "tests").orElseThrow();
        CompletableFuture<?>[] others = ids.stream()
                .map(id -> CompletableFuture.runAsync(() -> replayOne(id)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(others).join();
        ReplayReport first = finished(begun.id());
        assertThat(first.results()).hasSize(8).extracting("result").doesNotContain("failed");
        assertThat(finished(replays().start(ids, 100, "tests").orElseThrow().id())
                        .refused())
                .isEqualTo(8);
        await().untilAsserted(() -> assertThat(gateway.count("select count(*) from communications where message_id like"
                        + " 'ack-SM60%' and status = 'delivered'"))
                .isEqualTo(8));
        assertThat(gateway.count("select count(*) from communications where message_id like '%SM60%'"))
                .isEqualTo(16);
        assertThat(gateway.count("select count(*) from attempts where message_id like 'ack-SM60%'"))
                .isEqualTo(8);
    }

    @Test
    void whatNoFlowTakesUpAndWhatFailsAgainHoldUpNoOther() {
        List<String> ids = failed("SM61", 2);
        gateway.postSigned(INCOMING, new TreeMap<>(Map.of("From", KNOWN, "Body", "hello")));
        String malformed = letters()
                .ids(new DeadLetterQuery("malformed", null, null, null, null))
                .get(0);
        gateway.database()
                .sql("alter table communications add constraint poison check (message_id <> 'SM610')")
                .update();
        ReplayReport report = finished(replays()
                .start(List.of(malformed, ids.get(0), ids.get(1)), 100, "tests")
                .orElseThrow()
                .id());
        gateway.database()
                .sql("alter table communications drop constraint poison")
                .update();
        assertThat(report.results()).extracting("result").containsExactly("refused", "failed", "replayed");
        assertThat(report.results().get(0).reason()).contains("kind malformed cannot be replayed");
        assertThat(report.results().get(1).reason()).contains("StoreException", "log-incoming");
        assertThat(letters().open(ids.get(0))).isNotNull();
        assertThat(letters().open(ids.get(1))).isNull();
    }

    @Test
    void itKeepsToItsRateUntilItIsStopped() {
        List<String> ids = failed("SM62", 6);
        ReplayReport begun = replays().start(ids, 1, "tests").orElseThrow();
        assertThat(replays().start(ids, 1, "tests")).isEmpty();
        await().until(() -> replays().find(begun.id()).orElseThrow().replayed() > 0);
        ReplayReport stopped = replays().stop(begun.id()).orElseThrow();
        assertThat(stopped.state()).isEqualTo("stopped");
        assertThat(stopped.waiting()).isPositive();
        assertThat(letters().open(ids.get(5))).isNotNull();
    }

    private static List<String> failed(String sid, int count) {
        gateway.database().sql("alter table communications rename to away").update();
        IntStream.range(0, count).forEach(i -> gateway.postSigned(INCOMING, text(sid + i, KNOWN, "hello " + i)));
        gateway.database().sql("alter table away rename to communications").update();
        return IntStream.range(0, count).mapToObj(i -> "incoming-" + sid + i).toList();
    }

    private static ReplayReport finished(String id) {
        return await().atMost(Duration.ofSeconds(40))
                .until(() -> replays().find(id).orElseThrow(), report -> report.state()
                        .equals("finished"));
    }

    private static BulkReplays replays() {
        return gateway.bean(BulkReplays.class);
    }

    private static DeadLetters letters() {
        return gateway.bean(DeadLetters.class);
    }

    private static void replayOne(String id) {
        gateway.bean(CamelContext.class).createProducerTemplate().requestBody("direct:replay-dead-letter-by-id", id);
    }
}
