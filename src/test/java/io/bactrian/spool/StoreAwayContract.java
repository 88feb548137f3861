package io.bactrian.spool;

import static io.bactrian.Gateway.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bactrian.Gateway;
import io.bactrian.Wire;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.StoreException;
import io.bactrian.failure.DeadLetters;
import io.bactrian.provider.twilio.FakeTwilio;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real store goes away while webhooks arrive, and comes back. */
abstract class StoreAwayContract {

    static final String INCOMING = "/webhooks/twilio/incoming";
    static final String KNOWN = "+15005550101";
    static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path data;

    Wire wire;
    FakeTwilio twilio;
    Gateway gateway;

    /** The port of the store's server, which has nothing of an earlier test in it. */
    abstract int emptyStore() throws Exception;

    /** The settings that lead to the store by way of the wire. */
    abstract List<String> store(int port);

    @BeforeEach
    void start() throws Exception {
        wire = new Wire(emptyStore());
        twilio = new FakeTwilio(FakeTwilio.accepting());
        gateway = Gateway.start(data, settings());
        gateway.addUser(KNOWN);
    }

    /** @param more settings that go before the others */
    String[] settings(String... more) {
        return Stream.of(
                        store(wire.port()),
                        List.of(
                                // On a busy machine the fake takes its time, and what is settled waits for that.
                                "sms.dispatch.lease=10s",
                                "sms.retry.settle-after=1s",
                                "twilio.connect-timeout=1s",
                                "twilio.read-timeout=3s",
                                "twilio.base-url=" + twilio.url()),
                        List.of(more))
                .flatMap(List::stream)
                .toArray(String[]::new);
    }

    @AfterEach
    void stop() throws Exception {
        wire.mend();
        gateway.close();
        twilio.close();
        wire.close();
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
        assertThat(health("")).contains("\"store\":{\"status\":\"DOWN\"", "\"depth\":80");
        assertThat(health("/readiness")).contains("\"status\":\"UP\"");
        wire.mend();
        awaitEmptySpool();
        await().atMost(LONG)
                .ignoreExceptionsInstanceOf(StoreException.class) // a busy machine's store may be late for one look
                .untilAsserted(() -> {
                    assertThat(gateway.incoming())
                            .extracting(IncomingMessage::messageSid)
                            .containsExactlyInAnyOrderElementsOf(sids);
                    assertThat(gateway.outgoing())
                            .hasSize(40)
                            .allMatch(message -> message.status() == MessageStatus.SENT);
                });
        assertThat(twilio.sendsByMessageId()).hasSize(40);
        assertThat(twilio.sendsByMessageId().values()).containsOnly(1L);
        assertThat(operatorSees("/actuator/prometheus"))
                .contains("sms_spool_depth 0.0", "sms_spool_spooled_total 80.0", "sms_spool_drained_total 80.0")
                .contains("sms_dead_letters 0.0");
        assertThat(letters().count()).isZero();
        assertThat(gateway.postSigned(INCOMING, text("SM2", KNOWN, "hello")).statusCode())
                .isEqualTo(200);
    }

    private void postAll(List<String> sids) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(20);
        List<Callable<HttpResponse<String>>> posts = sids.stream()
                .map(sid ->
                        (Callable<HttpResponse<String>>) () -> gateway.postSigned(INCOMING, text(sid, KNOWN, "hello")))
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
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(gateway.stored("ack-SM5")).containsEntry("status", "sent"));
        wire.cut();
        Map<String, String> report = new TreeMap<>(Map.of("MessageSid", "SMx", "MessageStatus", "delivered"));
        assertThat(gateway.postSigned("/webhooks/twilio/status/ack-SM5", report).statusCode())
                .isEqualTo(200);
        wire.mend();
        awaitEmptySpool();
        assertThat(gateway.stored("ack-SM5")).containsEntry("status", "delivered");
    }

    void awaitEmptySpool() {
        await().atMost(LONG)
                .until(() -> gateway.bean(Spool.class).state().depth() == 0
                        && !gateway.bean(StoreGate.class).isAway());
    }

    DeadLetters letters() {
        return gateway.bean(DeadLetters.class);
    }

    String health(String part) {
        return operatorSees("/actuator/health" + part);
    }

    private String operatorSees(String path) {
        return Gateway.send(gateway.asOperator(path).GET().build()).body();
    }
}
