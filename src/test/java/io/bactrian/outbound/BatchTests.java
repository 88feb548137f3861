package io.bactrian.outbound;

import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bactrian.Gateway;
import io.bactrian.firestore.FirestoreEmulator;
import io.bactrian.provider.twilio.FakeTwilio;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches through the whole gateway, to a provider that takes its time. */
class BatchTests {

    private static final String OPERATOR = "Basic "
            + Base64.getEncoder().encodeToString("operator:a-password-of-a-test".getBytes(StandardCharsets.UTF_8));
    private static final Pattern BATCH = Pattern.compile("\"batchId\":\"([^\"]+)\"");
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path data;

    @TempDir
    private Path otherData;

    /** How long it took is told, and not asserted: a slow machine is no failure. */
    @Test
    void aThousandMessagesLeave() throws Exception {
        try (FakeTwilio twilio = slow(50);
                Gateway gateway = Gateway.start(data, "twilio.base-url=" + twilio.url())) {
            post(gateway, "/api/sms/bulk", bulk(20), null);
            await().atMost(LONG).until(() -> twilio.calls().size() == 20);
            long start = System.nanoTime();
            String batch = batch(post(gateway, "/api/sms/bulk", bulk(1_000), null));
            long answered = System.nanoTime();
            await().atMost(LONG)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> twilio.calls().size() == 1_020);
            long left = System.nanoTime();
            System.getLogger("benchmark")
                    .log(
                            System.Logger.Level.INFO,
                            "1000 messages: answered after {0} ms, left after {1} ms",
                            (answered - start) / 1_000_000,
                            (left - start) / 1_000_000);
            await().atMost(LONG).until(() -> status(gateway, batch).contains("\"sent\":1000"));
            assertThat(status(gateway, batch)).contains("\"status\":\"done\"");
            assertThat(twilio.sendsByMessageId()).hasSize(1_020);
        }
    }

    @Test
    void anUrgentMessageOvertakesARunningBatchWhichIsThenPausedAndCanceled() throws Exception {
        try (FakeTwilio twilio = slow(200);
                Gateway gateway = Gateway.start(data, "twilio.base-url=" + twilio.url(), "sms.dispatch.in-flight=2")) {
            String batch = batch(post(gateway, "/api/sms/bulk", bulk(200), null));
            String urgent = "{\"to\":\"+15005550999\",\"body\":\"now\",\"priority\":\"urgent\"}";
            assertThat(post(gateway, "/api/sms/send", urgent, null).statusCode())
                    .isIn(200, 202);
            await().atMost(LONG).until(() -> twilio.calls().stream()
                    .anyMatch(call -> FakeTwilio.parameter(call, "To").equals("+15005550999")));
            assertThat(twilio.calls().size()).as("sent before").isLessThan(200);
            post(gateway, "/api/sms/batches/" + batch + "/pause", "", null);
            await().atMost(LONG).until(() -> status(gateway, batch).contains("\"sending\":0"));
            int sent = twilio.calls().size();
            String paused = status(gateway, batch);
            assertThat(paused).contains("\"status\":\"paused\"").contains("\"queued\":" + (201 - sent));
            post(gateway, "/api/sms/batches/" + batch + "/resume", "", null);
            await().atMost(LONG).until(() -> twilio.calls().size() > sent);
            assertThat(post(gateway, "/api/sms/batches/" + batch + "/cancel", "", null)
                            .body())
                    .contains("\"status\":\"canceled\"")
                    .contains("\"queued\":0");
            await().atMost(LONG).until(() -> status(gateway, batch).contains("\"sending\":0"));
            assertThat(twilio.calls().size()).isLessThan(201);
        }
    }

    @Test
    void theSameBulkAtTheSameInstantOnTwoInstancesIsOne() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                FakeTwilio twilio = new FakeTwilio(FakeTwilio.accepting())) {
            String[] store = {
                "sms.store=postgres",
                "DATABASE_URL=" + server.getJdbcUrl("postgres", "postgres"),
                "DATABASE_USERNAME=postgres",
                "twilio.base-url=" + twilio.url()
            };
            isOne(twilio, store);
        }
    }

    @Test
    void theSameBulkAtTheSameInstantOnTwoInstancesIsOneOnFirestore() throws Exception {
        String[] firestore = Gateway.onFirestore();
        FirestoreEmulator.wipe();
        try (FakeTwilio twilio = new FakeTwilio(FakeTwilio.accepting())) {
            isOne(twilio, firestore[0], firestore[1], firestore[2], "twilio.base-url=" + twilio.url());
        }
    }

    private void isOne(FakeTwilio twilio, String... store) throws Exception {
        try (Gateway one = Gateway.start(data, store);
                Gateway two = Gateway.start(otherData, store)) {
            List<Callable<HttpResponse<String>>> posts = new ArrayList<>();
            range(0, 10)
                    .forEach(i -> posts.add(() -> post(i % 2 == 0 ? one : two, "/api/sms/bulk", bulk(5), "the-key")));
            ExecutorService pool = Executors.newFixedThreadPool(posts.size());
            List<Integer> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> post : pool.invokeAll(posts)) {
                answers.add(post.get().statusCode());
            }
            assertThat(answers).isSubsetOf(202, 409).contains(202);
            pool.shutdown();
            HttpResponse<String> again = post(two, "/api/sms/bulk", bulk(5), "the-key");
            assertThat(again.statusCode()).isEqualTo(202);
            String batch = batch(again);
            await().atMost(LONG).until(() -> status(one, batch).contains("\"sent\":5"));
            assertThat(twilio.sendsByMessageId()).hasSize(5);
            assertThat(twilio.sendsByMessageId().values()).containsOnly(1L);
            assertThat(one.outgoing()).hasSize(5);
        }
    }

    /** A Twilio that takes every message after that many milliseconds. */
    private static FakeTwilio slow(int millis) throws IOException {
        return new FakeTwilio(exchange -> CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS)
                .execute(() -> {
                    try {
                        FakeTwilio.accepting().handle(exchange);
                    } catch (IOException e) {
                        exchange.close(); // the gateway is gone already
                    }
                }));
    }

    private static String bulk(int rows) {
        return range(0, rows)
                .mapToObj(row -> "{\"to\":\"+1500555%04d\",\"body\":\"row %d\"}".formatted(row % 900, row))
                .collect(Collectors.joining(",", "{\"messages\":[", "]}"));
    }

    private static String batch(HttpResponse<String> answer) {
        Matcher batch = BATCH.matcher(answer.body());
        assertThat(batch.find()).as(answer.body()).isTrue();
        return batch.group(1);
    }

    private static String status(Gateway gateway, String id) {
        return Gateway.send(request(gateway, "/api/sms/status/" + id).GET().build())
                .body();
    }

    private static HttpResponse<String> post(Gateway gateway, String path, String body, String key) {
        HttpRequest.Builder request = request(gateway, path)
                .method("POST", body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return Gateway.send(
                key == null
                        ? request.build()
                        : request.header("Idempotency-Key", key).build());
    }

    private static HttpRequest.Builder request(Gateway gateway, String path) {
        return HttpRequest.newBuilder(URI.create(gateway.url(path)))
                .header("Authorization", OPERATOR)
                .header("Content-Type", "application/json");
    }
}
