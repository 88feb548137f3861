package io.bactrian.inbound;

import static io.bactrian.Gateway.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bactrian.Gateway;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.StoreException;
import io.bactrian.firestore.FirestoreEmulator;
import io.bactrian.provider.twilio.FakeTwilio;
import io.bactrian.store.sql.SqlAdapter;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two gateways on one database do the work of one: nothing is logged, acknowledged or sent twice. */
class TwoInstancesTests {

    private static final String PATH = "/webhooks/twilio/incoming";
    private static final String KNOWN = "+15005550101";

    @TempDir
    private Path data;

    @TempDir
    private Path otherData;

    @Test
    void theSameMessageAtTheSameInstantIsOneEntryAndOneAcknowledgmentOnH2() throws Exception {
        try (FakeTwilio twilio = new FakeTwilio(FakeTwilio.accepting());
                Gateway one = Gateway.start(data, base(twilio));
                Gateway two = Gateway.start(
                        otherData,
                        base(twilio),
                        "sms.store=postgres",
                        "DATABASE_URL=" + SqlAdapter.embeddedUrl(data),
                        "DATABASE_USERNAME=bactrian")) {
            acknowledgesOnce(one, two, twilio);
        }
    }

    @Test
    void theSameMessageAtTheSameInstantIsOneEntryAndOneAcknowledgmentOnPostgres() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .start();
                FakeTwilio twilio = new FakeTwilio(FakeTwilio.accepting());
                Gateway one = Gateway.start(data, base(twilio), "sms.store=postgres", url(server), user());
                Gateway two = Gateway.start(otherData, base(twilio), "sms.store=postgres", url(server), user())) {
            acknowledgesOnce(one, two, twilio);
        }
    }

    @Test
    void theSameMessageAtTheSameInstantIsOneEntryAndOneAcknowledgmentOnFirestore() throws Exception {
        String[] store = Gateway.onFirestore();
        FirestoreEmulator.wipe();
        try (FakeTwilio twilio = new FakeTwilio(FakeTwilio.accepting());
                Gateway one = Gateway.start(data, base(twilio), store[0], store[1], store[2]);
                Gateway two = Gateway.start(otherData, base(twilio), store[0], store[1], store[2])) {
            acknowledgesOnce(one, two, twilio);
        }
    }

    private static String base(FakeTwilio twilio) {
        return "twilio.base-url=" + twilio.url();
    }

    private static String url(EmbeddedPostgres server) {
        return "DATABASE_URL=" + server.getJdbcUrl("postgres", "postgres");
    }

    private static String user() {
        return "DATABASE_USERNAME=postgres";
    }

    private static void acknowledgesOnce(Gateway one, Gateway two, FakeTwilio twilio) throws Exception {
        one.addUser(KNOWN);
        List<Callable<HttpResponse<String>>> posts = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Gateway gateway = i % 2 == 0 ? one : two;
            posts.add(() -> gateway.postSigned(PATH, text("SM201", KNOWN, "hello")));
            String sid = "SM3" + i;
            posts.add(() -> gateway.postSigned(PATH, text(sid, KNOWN, "hello")));
        }
        ExecutorService pool = Executors.newFixedThreadPool(posts.size());
        for (Future<HttpResponse<String>> post : pool.invokeAll(posts)) {
            assertThat(post.get().statusCode()).isEqualTo(200);
        }
        pool.shutdown();
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(StoreException.class) // a busy machine's store may be late for one look
                .untilAsserted(() -> {
                    assertThat(one.outgoing()).hasSize(51).allMatch(message -> message.status() == MessageStatus.SENT);
                    assertThat(two.incoming()).hasSize(51);
                });
        assertThat(twilio.sendsByMessageId()).hasSize(51).containsEntry("ack-SM201", 1L);
        assertThat(twilio.sendsByMessageId().values()).containsOnly(1L);
    }
}
