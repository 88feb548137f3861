package io.bactrian.outbound;

import static io.bactrian.Gateway.encoded;
import static io.bactrian.Gateway.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bactrian.Bactrian;
import io.bactrian.Gateway;
import io.bactrian.provider.twilio.FakeTwilio;
import io.bactrian.provider.twilio.TwilioSignature;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own is killed under load; the next one finds everything that was acknowledged. */
class KillTests {

    private static final String PATH = "/webhooks/twilio/incoming";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path data;

    @Test
    void whatWasAnswered200IsLoggedAndAcknowledgedOnceAfterAKill() throws Exception {
        try (Gateway first = Gateway.start(data)) {
            first.database()
                    .sql("insert into users (phone_number, name) select '+1500555' || (1000 + \"X\"), 'Somebody'"
                            + " from system_range(0, 8999)")
                    .update();
        }
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        try (FakeTwilio twilio = FakeTwilio.truthful()) {
            killUnderLoad(twilio, acknowledged);
            assertThat(acknowledged).hasSizeGreaterThan(100);
            try (Gateway next = Gateway.start(
                    data,
                    "twilio.base-url=" + twilio.url(),
                    "sms.dispatch.lease=2s",
                    "twilio.connect-timeout=500ms",
                    "twilio.read-timeout=500ms",
                    "sms.retry.settle-after=1s",
                    "sms.retry.initial-delay=10ms")) {
                await().atMost(Duration.ofSeconds(180)).untilAsserted(() -> assertThat(
                                next.count("select count(*) from communications where status in ('queued', 'sending')"))
                        .isZero());
                for (String sid : acknowledged) {
                    assertThat(next.logged(sid)).isNotEmpty();
                    assertThat(next.logged("ack-" + sid)).containsEntry("status", "sent");
                }
                int logged = next.count("select count(*) from communications where direction = 'inbound'");
                assertThat(twilio.sendsByMessageId().values()).containsOnly(1L);
                assertThat(twilio.sendsByMessageId()).hasSizeBetween(acknowledged.size(), logged);
            }
        }
    }

    private void killUnderLoad(FakeTwilio twilio, Set<String> acknowledged) throws Exception {
        int port = freePort();
        Process process = fork(port, twilio);
        ExecutorService clients = Executors.newFixedThreadPool(16);
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> isUp(port));
            AtomicInteger next = new AtomicInteger();
            for (int i = 0; i < 16; i++) {
                clients.submit(() -> postUntilRefused(port, next, acknowledged));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() > 150);
        } finally {
            process.destroyForcibly().waitFor();
            clients.shutdown();
            assertThat(clients.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void postUntilRefused(int port, AtomicInteger next, Set<String> acknowledged) {
        try {
            while (true) {
                int number = next.incrementAndGet();
                String sid = "SMkill" + number;
                if (post(port, text(sid, "+1500555" + (1000 + number % 9000), "hello")) == 200) {
                    acknowledged.add(sid);
                }
            }
        } catch (IOException e) {
            // the process is gone, which is what this waits for
        }
    }

    private static boolean isUp(int port) {
        try {
            return post(port, Map.of()) == 400;
        } catch (IOException e) {
            return false;
        }
    }

    private static int post(int port, Map<String, String> form) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + PATH))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "X-Twilio-Signature",
                        TwilioSignature.sign("https://gateway.example" + PATH, form, Gateway.TOKEN))
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private Process fork(int port, FakeTwilio twilio) throws IOException {
        return new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Bactrian.class.getName(),
                        "--server.port=" + port,
                        "--sms.data-dir=" + data,
                        "--sms.public-url=https://gateway.example",
                        "--twilio.auth-token=" + Gateway.TOKEN,
                        "--twilio.base-url=" + twilio.url(),
                        "--sms.dispatch.lease=2s",
                        "--sms.retry.settle-after=1s",
                        "--twilio.connect-timeout=500ms",
                        "--twilio.read-timeout=500ms")
                .redirectErrorStream(true)
                .redirectOutput(new File("target/killed-gateway.log"))
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
