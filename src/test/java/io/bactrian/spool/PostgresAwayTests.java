package io.bactrian.spool;

import static io.bactrian.Gateway.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpHandler;
import io.bactrian.ForkedGateway;
import io.bactrian.Gateway;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.MessageStatus;
import io.bactrian.provider.twilio.FakeTwilio;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresAwayTests extends StoreAwayContract {

    private EmbeddedPostgres server;
    private int databases;

    @BeforeAll
    void startServer() throws Exception {
        server = EmbeddedPostgres.builder().setServerConfig("fsync", "on").start();
    }

    @AfterAll
    void stopServer() throws Exception {
        server.close();
    }

    @Override
    int emptyStore() throws Exception {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database away" + ++databases);
        }
        return server.getPort();
    }

    @Override
    List<String> store(int port) {
        return List.of(
                "sms.store=postgres",
                "DATABASE_URL=jdbc:postgresql://localhost:" + port + "/away" + databases,
                "DATABASE_USERNAME=postgres");
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
        gateway = Gateway.start(data, settings("sms.spool.max-entries=1"));
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
        await().atMost(LONG)
                .untilAsserted(
                        () -> assertThat(replay("incoming-SM81").statusCode()).isIn(200, 404));
        assertThat(letters().count()).isZero();
        assertThat(gateway.incoming()).hasSize(1);
    }

    @Test
    void theOutcomeOfAnAttemptIsSpooledToo() throws Exception {
        gateway.close();
        HttpHandler accepting = FakeTwilio.accepting();
        HttpHandler cutting = exchange -> {
            wire.cut();
            accepting.handle(exchange);
        };
        try (FakeTwilio takesAndCuts = new FakeTwilio(cutting)) {
            gateway = Gateway.start(data, settings("twilio.base-url=" + takesAndCuts.url(), "sms.dispatch.lease=10m"));
            gateway.postSigned(INCOMING, text("SM95", KNOWN, "hello"));
            await().atMost(LONG).until(() -> gateway.bean(Spool.class).state().depth() > 0);
            wire.mend();
            awaitEmptySpool();
            assertThat(gateway.stored("ack-SM95")).containsEntry("status", "sent");
            assertThat(takesAndCuts.sendsByMessageId()).containsOnly(Map.entry("ack-SM95", 1L));
            assertThat(letters().count()).isZero();
        }
    }

    @Test
    void whatAKilledGatewayHadOnDiskIsDrainedByTheNextOne() throws Exception {
        gateway.close();
        try (ForkedGateway killed = ForkedGateway.start("killed-with-a-spool", data, settings())) {
            wire.cut();
            for (int i = 0; i < 20; i++) {
                assertThat(killed.post(text("SM9" + i, KNOWN, "hello"))).isEqualTo(200);
            }
        }
        leaveHalfARecord();
        wire.mend();
        gateway = Gateway.start(data, settings());
        awaitEmptySpool();
        assertThat(gateway.incoming()).hasSize(20);
        await().atMost(LONG).untilAsserted(() -> assertThat(gateway.outgoing())
                .hasSize(20)
                .allMatch(message -> message.status() == MessageStatus.SENT));
        assertThat(twilio.sendsByMessageId().values()).containsOnly(1L);
        assertThat(letters().page(null, 10).items())
                .as("but for the empty form that asked whether it was up")
                .allMatch(letter -> letter.endpoint() == null);
        assertThat(data.resolve("dead-letters/incoming-SM1.json.part-1")).doesNotExist();
    }

    /** What a kill in the middle of a write leaves. */
    private void leaveHalfARecord() throws Exception {
        try (Stream<Path> files = Files.list(data.resolve("spool"))) {
            Path last = files.filter(file -> file.toString().endsWith(".spool"))
                    .sorted()
                    .reduce((one, next) -> next)
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(last);
            Files.write(last, Arrays.copyOf(bytes, 100), StandardOpenOption.APPEND);
        }
        Files.writeString(data.resolve("dead-letters/incoming-SM1.json.part-1"), "{");
    }

    private HttpResponse<String> replay(String id) {
        return Gateway.send(gateway.asOperator("/api/dead-letters/" + id + "/replay")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }
}
