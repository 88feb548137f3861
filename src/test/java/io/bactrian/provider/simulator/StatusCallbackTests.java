package io.bactrian.provider.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import io.bactrian.provider.simulator.SimulatorHouse.Gateway;
import io.bactrian.provider.simulator.SimulatorHouse.Posted;
import io.bactrian.provider.twilio.TwilioAccount;
import io.bactrian.provider.twilio.TwilioSignature;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The status callbacks, as a server elsewhere sees them. */
@SimulatorTest
@ExtendWith(OutputCaptureExtension.class)
class StatusCallbackTests {

    private final List<Posted> seen = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private HttpServer receiver;

    @Autowired
    private TwilioAccount account;

    @Autowired
    private Gateway gateway;

    @LocalServerPort
    private int port;

    @BeforeEach
    void listens() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", this::receive);
        receiver.start();
    }

    @AfterEach
    void stopsListening() {
        receiver.stop(0);
    }

    @Test
    void tellsOfSentThenDeliveredWithAValidSignature() {
        String url = receiver("/status/m-1?b=2&a=1");

        String sid = send("hello", url + "#rc=5&rp=all");

        await().until(() -> seen.size() == 2);
        assertThat(seen).extracting(post -> post.first("MessageStatus")).containsExactly("sent", "delivered");
        assertThat(seen).allSatisfy(post -> {
            assertThat(post.first("MessageSid")).isEqualTo(sid);
            assertThat(post.first("SmsSid")).isEqualTo(sid);
            assertThat(post.first("SmsStatus")).isEqualTo(post.first("MessageStatus"));
            assertThat(post.first("AccountSid")).isEqualTo(account.accountSid());
            assertThat(post.first("To")).isEqualTo("+15005550120");
            assertThat(post.first("From")).isEqualTo("+15005550006");
            assertThat(post.first("ApiVersion")).isEqualTo("2010-04-01");
            assertThat(post.first("ErrorCode")).isNull();
            assertThat(post.signature()).isEqualTo(signature(url, post));
        });
        assertThat(seen.get(0).first("RawDlrDoneDate")).isNull();
        assertThat(seen.get(1).first("RawDlrDoneDate")).matches("\\d{10}");
    }

    @Test
    void tellsTheErrorCodeOfAMessageThatWasNotDelivered() {
        send("SIMULATE 30003", receiver("/status/m-2"));

        await().until(() -> seen.size() == 2);
        assertThat(seen).extracting(post -> post.first("MessageStatus")).containsExactly("sent", "undelivered");
        assertThat(seen).extracting(post -> post.first("ErrorCode")).containsExactly(null, "30003");
    }

    @Test
    void triesAgainUntilTheCallbackIsTaken() {
        refusals.set(3);

        send("SIMULATE 21610", receiver("/status/m-3"));

        await().until(() -> seen.size() == 4);
        assertThat(seen).extracting(Posted::token).containsOnly(seen.get(0).token());
        assertThat(seen).extracting(post -> post.first("MessageStatus")).containsOnly("failed");
    }

    @Test
    void dropsACallbackThatIsNeverTakenAndLogsOnlyTheSid(CapturedOutput output) {
        refusals.set(Integer.MAX_VALUE);

        String sid = send("SIMULATE 21610", receiver("/status/m-4"));

        await().until(() -> output.getAll().contains("failed of " + sid + " was not taken"));
        assertThat(seen).hasSize(6);
        assertThat(output.getAll()).doesNotContain("5005550120", "SIMULATE", "/status/m-4");
    }

    @Test
    void reachesTheGatewayLocallyAndSignsItsPublicName() {
        String url = account.publicUrl() + "/webhooks/twilio/status/m-5";
        gateway.reports.clear();

        String sid = send("hello", url);

        await().until(() -> gateway.reports.size() == 2);
        assertThat(gateway.reports).allSatisfy(post -> {
            assertThat(post.first("MessageSid")).isEqualTo(sid);
            assertThat(post.signature()).isEqualTo(signature(url, post));
        });
    }

    private String signature(String url, Posted post) {
        return TwilioSignature.sign(url, post.form(), account.authTokens().get(0));
    }

    private String send(String text, String callback) {
        return Message.creator(new PhoneNumber("+15005550120"), new PhoneNumber("+15005550006"), text)
                .setStatusCallback(URI.create(callback))
                .create(SdkClient.of(account, port))
                .getSid();
    }

    private String receiver(String path) {
        return "http://localhost:" + receiver.getAddress().getPort() + path;
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen.add(new Posted(
                Posted.decode(body),
                exchange.getRequestHeaders().getFirst("X-Twilio-Signature"),
                exchange.getRequestHeaders().getFirst("I-Twilio-Idempotency-Token")));
        exchange.sendResponseHeaders(refusals.getAndDecrement() > 0 ? 503 : 204, -1);
        exchange.close();
    }
}
