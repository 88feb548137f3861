package io.bactrian.spool;

import static io.bactrian.Gateway.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bactrian.Gateway;
import io.bactrian.Wire;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.MessageStatus;
import io.bactrian.failure.DeadLetters;
import io.bactrian.provider.twilio.FakeTwilio;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real PostgreSQL goes away while webhooks arrive, and comes back. */
class StoreAwayTests {

    private static final String INCOMING = "/webhooks/twilio/incoming";
    private static final String KNOWN = "+15005550101";
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path data;

    private EmbeddedPostgres server;
    private Wire wire;
    private FakeTwilio twilio;
    private Gateway gateway;

    @BeforeEach
    void start() throws Exception {
        server = EmbeddedPostgres.builder().setServerConfig("fsync", "on").start();
        wire = new Wire(server.getPort());
        twilio = new FakeTwilio(FakeTwilio.accepting());
        gateway = startGateway();
        gateway.addUser(KNOWN);
    }

    private Gateway startGateway(String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "sms.store=postgres",
                "DATABASE_URL=jdbc:postgresql://localhost:" + wire.port() + "/postgres",
                "DATABASE_USERNAME=postgres",
                "sms.dispatch.lease=2s",
                "twilio.connect-timeout=500ms",
                "twilio.read-timeout=500ms",
                "twilio.base-url=" + twilio.url()));
        all.addAll(List.of(settings));
        return Gateway.start(data, all.toArray(String[]::new));
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
        twilio.close();
        wire.close();
        server.close();
    }

    @Test
    void whatArrivesWhileTheStoreRefusesIsLoggedAndAnsweredOnceInOrderWhenItIsBack() throws Exception {
        wire.cut();
        arrivesAndIsDrained();
    }

    @Test
    void whatArrivesWhileTheStoreIsSilentIsLoggedAndAnsweredOnceInOrderWhenItIsBack() throws Exception {
        wire.fallSilent();
        arrivesAndIsDrained();
    }

    private void arrivesAndIsDrained() throws Exception {
        List<String> sids = IntStream.range(0, 40).mapToObj(i -> "SM1" + i).toList();
        postAll(sids);
        postAll(sids); // Twilio may well post them twice
        assertThat(letters().count()).isZero();
        assertThat(health("")).contains("\"status\":\"DOWN\"");
        assertThat(health("/readiness")).contains("\"status\":\"UP\"");
        wire.mend();
        awaitEmptySpool();
        assertThat(gateway.incoming())
                .extracting(IncomingMessage::messageSid)
                .containsExactlyInAnyOrderElementsOf(sids);
        await().atMost(LONG).untilAsserted(() -> assertThat(gateway.outgoing())
                .hasSize(40)
                .allMatch(message -> message.status() == MessageStatus.SENT));
        assertThat(twilio.sendsByMessageId()).hasSize(40);
        assertThat(twilio.sendsByMessageId().values()).containsOnly(1L);
        assertThat(letters().count()).isZero();
        assertThat(gateway.postSigned(INCOMING, text("SM2", KNOWN, "hello")).statusCode())
                .isEqualTo(200);
    }

    private void postAll(List<String> sids) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(20);
        List<Callable<HttpResponse<String>>> posts = sids.stream()
                .map(sid -> (Callable<HttpResponse<String>>)
                        () -> gateway.postSigned(INCOMING, text(sid, KNOWN, "hello")))
                .toList();
        for (Future<HttpResponse<String>> post : pool.invokeAll(posts)) {
            assertThat(post.get().statusCode()).isEqualTo(200);
            assertThat(post.get().body()).isEqualTo("<Response/>");
        }
        pool.shutdown();
    }

    @Test
    void theLastWishOfOneNumberStandsHoweverTheyWereSpooled() throws Exception {
        wire.cut();
        for (String wish : List.of("STOP", "START", "STOP", "START", "STOP")) {
            gateway.postSigned(INCOMING, text("SM3" + System.nanoTime(), KNOWN, wish));
        }
        wire.mend();
        awaitEmptySpool();
        assertThat(gateway.isOptedOut(KNOWN)).isTrue();
        gateway.postSigned(INCOMING, text("SM4", KNOWN, "START"));
        assertThat(gateway.isOptedOut(KNOWN)).isFalse();
    }

    @Test
    void aReportIsSpooledToo() throws Exception {
        gateway.postSigned(INCOMING, text("SM5", KNOWN, "hello"));
        await().atMost(LONG).untilAsserted(() -> assertThat(gateway.logged("ack-SM5"))
                .containsEntry("status", "sent"));
        wire.cut();
        Map<String, String> report = new TreeMap<>(Map.of("MessageSid", "SMx", "MessageStatus", "delivered"));
        assertThat(gateway.postSigned("/webhooks/twilio/status/ack-SM5", report).statusCode())
                .isEqualTo(200);
        wire.mend();
        awaitEmptySpool();
        assertThat(gateway.logged("ack-SM5")).containsEntry("status", "delivered");
    }

    @Test
    void aRecordThatFailsForAnotherReasonBecomesADeadLetterAndTheOthersGoOn() throws Exception {
        gateway.database()
                .sql("alter table communications add constraint poison check (content <> 'poison')")
                .update();
        wire.cut();
        gateway.postSigned(INCOMING, text("SM61", KNOWN, "poison"));
        gateway.postSigned(INCOMING, text("SM62", KNOWN, "hello"));
        gateway.postSigned(INCOMING, text("SM63", "+15005550102", "hello"));
        wire.mend();
        awaitEmptySpool();
        assertThat(gateway.incoming())
                .extracting(IncomingMessage::messageSid)
                .containsExactlyInAnyOrder("SM62", "SM63");
        assertThat(letters().page(null, 10).items()).singleElement().satisfies(letter -> assertThat(letter.id())
                .isEqualTo("incoming-SM61"));
    }

    @Test
    void whereNothingMoreFitsOnDiskThePosterIsToldToComeAgain() throws Exception {
        gateway.close();
        gateway = startGateway("sms.spool.max-entries=1");
        wire.cut();
        assertThat(gateway.postSigned(INCOMING, text("SM71", KNOWN, "hello")).statusCode())
                .isEqualTo(200);
        HttpResponse<String> refusal = gateway.postSigned(INCOMING, text("SM72", KNOWN, "hello"));
        assertThat(refusal.statusCode()).isEqualTo(503);
        assertThat(refusal.headers().firstValue("Retry-After")).isPresent();
        assertThat(health("/readiness")).contains("\"status\":\"OUT_OF_SERVICE\"", "neither the store nor the spool");
        wire.mend();
        awaitEmptySpool();
        assertThat(health("/readiness")).contains("\"status\":\"UP\"");
        assertThat(gateway.postSigned(INCOMING, text("SM72", KNOWN, "hello")).statusCode())
                .isEqualTo(200);
        assertThat(gateway.incoming())
                .extracting(IncomingMessage::messageSid)
                .containsExactlyInAnyOrder("SM71", "SM72");
    }

    @Test
    void aReplayWhileTheStoreIsAwayLeavesTheLetterWhereItIs() throws Exception {
        gateway.database().sql("alter table communications rename to away").update();
        gateway.postSigned(INCOMING, text("SM81", KNOWN, "hello"));
        gateway.database().sql("alter table away rename to communications").update();
        wire.cut();
        assertThat(replay("incoming-SM81").statusCode()).isEqualTo(503);
        assertThat(replay("incoming-SM81").headers().firstValue("Retry-After")).isPresent();
        assertThat(letters().count()).isEqualTo(1);
        wire.mend();
        await().atMost(LONG).untilAsserted(() ->
                assertThat(replay("incoming-SM81").statusCode()).isIn(200, 404));
        assertThat(letters().count()).isZero();
        assertThat(gateway.incoming()).hasSize(1);
    }

    private void awaitEmptySpool() {
        await().atMost(LONG)
                .until(() -> gateway.bean(Spool.class).state().depth() == 0
                        && !gateway.bean(StoreGate.class).isAway());
    }

    private DeadLetters letters() {
        return gateway.bean(DeadLetters.class);
    }

    private HttpResponse<String> replay(String id) {
        return Gateway.send(asOperator("/api/dead-letters/" + id + "/replay")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    private String health(String part) {
        return Gateway.send(asOperator("/actuator/health" + part).GET().build()).body();
    }

    private HttpRequest.Builder asOperator(String path) {
        String credentials = Base64.getEncoder().encodeToString("operator:a-password-of-a-test".getBytes());
        return HttpRequest.newBuilder(URI.create(gateway.url(path))).header("Authorization", "Basic " + credentials);
    }
}
