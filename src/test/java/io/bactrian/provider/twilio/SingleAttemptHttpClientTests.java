package io.bactrian.provider.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpHandler;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import io.bactrian.domain.ProviderException;
import io.bactrian.domain.ProviderException.Failure;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SingleAttemptHttpClientTests {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    private static final Duration READ = Duration.ofMillis(400);
    private static final String SID = "SM" + "a".repeat(32);
    private static final String ACCOUNT = "AC" + "0".repeat(32);

    @Test
    void postsTheMessageOnceToTheBaseUrl() throws Exception {
        String answer = "{\"sid\":\"" + SID + "\",\"status\":\"queued\",\"num_segments\":\"1\",\"new_field\":{}}";
        try (FakeTwilio twilio = new FakeTwilio(FakeTwilio.answering(201, answer))) {
            Message message = send(twilio.url());
            assertThat(message.getSid()).isEqualTo(SID);
            FakeTwilio.Call call = only(twilio);
            assertThat(call.target()).isEqualTo("/base/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json");
            assertThat(call.authorization()).startsWith("Basic ");
            assertThat(call.body()).contains("To=%2B15005550009", "Body=h%C3%A9llo");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void leavesTheOutcomeOpenOnAServerError(int status) throws Exception {
        try (FakeTwilio twilio = new FakeTwilio(FakeTwilio.answering(status, "{\"code\":20503,\"status\":503}"))) {
            assertThat(failure(twilio.url()).failure()).isEqualTo(Failure.UNKNOWN);
            only(twilio);
        }
    }

    @Test
    void leavesTheOutcomeOpenOnAPageOfAProxy() throws Exception {
        HttpHandler page = FakeTwilio.answering(503, "<html>+15005550009</html>", "Retry-After", "7");
        try (FakeTwilio twilio = new FakeTwilio(page)) {
            ProviderException failure = failure(twilio.url());
            assertThat(failure.failure()).isEqualTo(Failure.UNKNOWN);
            assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(7));
            assertThat(failure).hasMessage("Twilio answered HTTP 503");
            only(twilio);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"3|3", "Fri, 20 Nov 2026 12:00:30 GMT|30", "Fri, 20 Nov 2026 11:00:00 GMT|0", "999999999|86400"})
    void waitsAsLongAsItIsAskedTo(String retryAfter, long seconds) throws Exception {
        HttpHandler busy = FakeTwilio.answering(429, "{\"code\":20429,\"status\":429}", "Retry-After", retryAfter);
        try (FakeTwilio twilio = new FakeTwilio(busy)) {
            ProviderException failure = failure(twilio.url());
            assertThat(failure.failure()).isEqualTo(Failure.NOT_SENT);
            assertThat(failure.code()).isEqualTo("20429");
            assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
            only(twilio);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, 21211, REJECTED",
        "400, 21610, REJECTED",
        "400, 21611, NOT_SENT",
        "400, 21606, CONFIGURATION",
        "400, 99999, REJECTED",
        "401, 20003, CONFIGURATION",
        "403, 20003, CONFIGURATION",
        "404, 20404, CONFIGURATION"
    })
    void namesARefusalByItsCode(int status, int code, Failure expected) throws Exception {
        String body = "{\"code\":%d,\"message\":\"The 'To' number +15005550009 is bad\",\"status\":%d}"
                .formatted(code, status);
        try (FakeTwilio twilio = new FakeTwilio(FakeTwilio.answering(status, body))) {
            ProviderException failure = failure(twilio.url());
            assertThat(failure.failure()).isEqualTo(expected);
            assertThat(failure.code()).isEqualTo(String.valueOf(code));
            assertThat(failure.getMessage()).isNotBlank().doesNotContain("5550009", "http");
            only(twilio);
        }
    }

    @ParameterizedTest
    @CsvSource({"400, REJECTED", "403, CONFIGURATION", "408, UNKNOWN", "302, CONFIGURATION", "200, UNKNOWN"})
    void namesAnAnswerWithoutACodeByItsStatus(int status, Failure expected) throws Exception {
        HttpHandler page = FakeTwilio.answering(status, "<html>", "Location", "http://localhost:1/");
        try (FakeTwilio twilio = new FakeTwilio(page)) {
            assertThat(failure(twilio.url()).failure()).isEqualTo(expected);
            only(twilio);
        }
    }

    @Test
    void leavesTheOutcomeOpenWhereNoAnswerComes() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (FakeTwilio twilio = new FakeTwilio(exchange -> await(never))) {
            assertThat(failure(twilio.url()).failure()).isEqualTo(Failure.UNKNOWN);
            only(twilio);
        }
    }

    @Test
    void leavesTheOutcomeOpenWhereTheAnswerNeverEnds() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        HttpHandler half = exchange -> {
            exchange.sendResponseHeaders(201, 0);
            exchange.getResponseBody().write("{\"sid\":".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            await(never);
        };
        try (FakeTwilio twilio = new FakeTwilio(half)) {
            assertThat(failure(twilio.url()).failure()).isEqualTo(Failure.UNKNOWN);
            only(twilio);
        }
    }

    @Test
    void leavesTheOutcomeOpenWhereTheConnectionIsCut() throws Exception {
        HttpHandler cut = exchange -> {
            throw new IOException("cut");
        };
        try (FakeTwilio twilio = new FakeTwilio(cut)) {
            assertThat(failure(twilio.url()).failure()).isEqualTo(Failure.UNKNOWN);
            only(twilio);
        }
    }

    @Test
    void knowsThatNothingWasSentWhereTheConnectionIsRefused() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        ProviderException failure = failure(URI.create("http://127.0.0.1:" + closed));
        assertThat(failure.failure()).isEqualTo(Failure.NOT_SENT);
        assertThat(failure).hasMessage("Twilio could not be reached");
    }

    /** A listener that never accepts: once its queue is full, further connects hang. */
    @Test
    void knowsThatNothingWasSentWhereTheConnectTakesTooLong() throws Exception {
        List<SocketChannel> queued = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 4; i++) {
                SocketChannel channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.connect(full.getLocalSocketAddress());
                queued.add(channel);
            }
            URI base = URI.create("http://127.0.0.1:" + full.getLocalPort());
            assertThat(failure(base).failure()).isEqualTo(Failure.NOT_SENT);
        } finally {
            for (SocketChannel channel : queued) {
                channel.close();
            }
        }
    }

    @Test
    void knowsThatNothingWasSentWhereTheHostHasNoAddress() {
        assertThat(failure(URI.create("http://nowhere.invalid")).failure()).isEqualTo(Failure.NOT_SENT);
    }

    @Test
    void knowsThatNothingWasSentBeforeTheSimulatorIsUp() {
        TwilioRestClient client = client(new SingleAttemptHttpClient(
                () -> {
                    throw new IllegalStateException("not started");
                },
                READ,
                READ,
                NOON));
        assertThat(new TwilioFailures(new UnknownCodes(new SimpleMeterRegistry()))
                        .from(catchThrowable(() -> create(client)))
                        .failure())
                .isEqualTo(Failure.NOT_SENT);
    }

    @Test
    void findsTheCauseAsCamelWrapsIt() throws Exception {
        try (FakeTwilio twilio = new FakeTwilio(FakeTwilio.answering(400, "{\"code\":21614,\"status\":400}"))) {
            Throwable thrown = catchThrowable(() -> send(twilio.url()));
            Throwable wrapped = new RuntimeException(new InvocationTargetException(thrown));
            assertThat(new TwilioFailures(new UnknownCodes(new SimpleMeterRegistry()))
                            .from(wrapped)
                            .failure())
                    .isEqualTo(Failure.REJECTED);
        }
    }

    private static FakeTwilio.Call only(FakeTwilio twilio) {
        assertThat(twilio.calls()).hasSize(1);
        return twilio.calls().get(0);
    }

    private static ProviderException failure(URI base) {
        Throwable thrown = catchThrowable(() -> send(base));
        assertThat(thrown).isNotNull();
        assertThat(thrown.getMessage()).doesNotContain("5550009", "http:", "{");
        return new TwilioFailures(new UnknownCodes(new SimpleMeterRegistry())).from(thrown);
    }

    private static Message send(URI base) {
        return create(client(new SingleAttemptHttpClient(() -> base, Duration.ofMillis(300), READ, NOON)));
    }

    private static TwilioRestClient client(SingleAttemptHttpClient http) {
        return new TwilioRestClient.Builder(ACCOUNT, "token").httpClient(http).build();
    }

    private static Message create(TwilioRestClient client) {
        return Message.creator(new PhoneNumber("+15005550009"), new PhoneNumber("+15005550006"), "héllo")
                .create(client);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
