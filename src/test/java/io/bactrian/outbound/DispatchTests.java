package io.bactrian.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpHandler;
import io.bactrian.Gateway;
import io.bactrian.domain.Channel;
import io.bactrian.domain.Draft;
import io.bactrian.domain.Kind;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import io.bactrian.provider.twilio.FakeTwilio;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The outbox is drained in order of urgency, in parallel, within bounds, and never twice. */
class DispatchTests {

    /** Tests differ in what the provider says, and that changes while the gateway runs. */
    private static final AtomicReference<HttpHandler> ANSWER = new AtomicReference<>();

    @TempDir
    private static Path shared;

    private static FakeTwilio twilio;
    private static Gateway gateway;

    @TempDir
    private Path data;

    @BeforeAll
    static void start() throws Exception {
        twilio = new FakeTwilio(exchange -> ANSWER.get().handle(exchange));
        gateway = start(
                shared,
                twilio,
                "sms.retry.initial-delay=100ms",
                "sms.retry.multiplier=1",
                "sms.retry.settle-after=100ms",
                "sms.dispatch.in-flight=4");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        twilio.close();
    }

    @BeforeEach
    void nothingHasHappened() {
        for (String table : List.of("attempts", "communications", "opt_outs", "opt_out_changes")) {
            gateway.database().sql("delete from " + table).update();
        }
        twilio.calls().clear();
    }

    @Test
    void aTemporaryRefusalIsTriedAgainAfterADelay() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        var busyTwice = FakeTwilio.answering(429, "{\"code\":20429,\"status\":429}");
        var accepting = FakeTwilio.accepting();
        ANSWER.set(exchange -> (calls.incrementAndGet() < 3 ? busyTwice : accepting).handle(exchange));
        queue(gateway, message("m1", Priority.NORMAL, null));
        awaitStatus(gateway, "m1", "sent");
        assertThat(gateway.logged("m1"))
                .containsEntry("attempts", 3)
                .containsEntry("refusals", 2)
                .containsEntry("error_code", null);
        assertThat(gateway.count("select count(*) from attempts where result = 'not-sent' and error_code = '20429'"))
                .isEqualTo(2);
    }

    @Test
    void aRefusalForGoodFailsAtOnceWithItsReason() throws Exception {
        ANSWER.set(FakeTwilio.answering(400, "{\"code\":21211,\"status\":400}"));
        queue(gateway, message("m1", Priority.NORMAL, null));
        awaitStatus(gateway, "m1", "failed");
        assertThat(gateway.logged("m1")).containsEntry("error_code", "21211").containsEntry("attempts", 1);
        assertThat(gateway.logged("m1").get("error_message").toString()).isNotBlank();
    }

    @Test
    void noMoreAreInFlightThanIsSetAndTheUrgentGoFirst() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        AtomicInteger inFlight = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        var accepting = FakeTwilio.accepting();
        ANSWER.set(exchange -> {
            most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
            waitFor(open);
            inFlight.decrementAndGet();
            accepting.handle(exchange);
        });
        queue(
                gateway,
                IntStream.range(0, 20)
                        .mapToObj(i -> message("low-" + i, Priority.LOW, null))
                        .toList());
        await().until(() -> inFlight.get() == 4);
        queue(gateway, message("urgent", Priority.URGENT, null));
        open.countDown();
        await().untilAsserted(
                        () -> assertThat(gateway.count("select count(*) from communications where status = 'sent'"))
                                .isEqualTo(21));
        assertThat(most).hasValue(4);
        assertThat(twilio.calls().subList(0, 9))
                .anyMatch(call -> FakeTwilio.parameter(call, "StatusCallback").contains("/urgent"));
    }

    @Test
    void aMessageForLaterWaits() throws Exception {
        ANSWER.set(FakeTwilio.accepting());
        Instant soon = Clock.systemUTC().instant().plusSeconds(2);
        queue(gateway, message("later", Priority.URGENT, soon));
        queue(gateway, message("now", Priority.LOW, null));
        awaitStatus(gateway, "now", "sent");
        assertThat(gateway.logged("later")).containsEntry("status", "queued");
        awaitStatus(gateway, "later", "sent");
        assertThat(Clock.systemUTC().instant()).isAfterOrEqualTo(soon);
    }

    @Test
    void whoOptedOutIsNotTexted() throws Exception {
        ANSWER.set(FakeTwilio.accepting());
        gateway.database()
                .sql(
                        "insert into opt_outs (phone_number, opted_out, changed_at) values ('+15005550100', true, current_timestamp)")
                .update();
        queue(gateway, message("m1", Priority.NORMAL, null));
        awaitStatus(gateway, "m1", "failed");
        assertThat(gateway.logged("m1")).containsEntry("error_code", "21610");
        assertThat(twilio.calls()).isEmpty();
    }

    @Test
    void whoOptedOutAtTheProviderIsNotTriedAgain() throws Exception {
        ANSWER.set(FakeTwilio.answering(400, "{\"code\":21610,\"status\":400}"));
        queue(gateway, message("m1", Priority.NORMAL, null));
        awaitStatus(gateway, "m1", "failed");
        await().until(() -> gateway.count("select count(*) from opt_outs where opted_out") == 1);
        assertThat(gateway.count("select count(*) from opt_out_changes where message_sid = 'm1'"
                        + " and source = 'refusal' and wording = '21610'"))
                .isEqualTo(1);
        queue(gateway, message("m2", Priority.NORMAL, null));
        awaitStatus(gateway, "m2", "failed");
        assertThat(gateway.logged("m2")).containsEntry("error_code", "21610");
        assertThat(twilio.sendsByMessageId()).containsOnlyKeys("m1");
        assertThat(gateway.count("select count(*) from opt_out_changes")).isEqualTo(1);
    }

    @Test
    void whatTheProviderTookWithoutSayingSoIsFoundAndNotSentAgain() throws Exception {
        var lost = FakeTwilio.answering(500, "{\"code\":20500,\"status\":500}");
        var list = FakeTwilio.answering(
                200,
                """
                {"messages": [{"sid": "SMtaken", "body": "hello", "date_created": null}], "next_page_uri": null}""");
        ANSWER.set(exchange -> (exchange.getRequestMethod().equals("GET") ? list : lost).handle(exchange));
        queue(gateway, message("m1", Priority.NORMAL, null));
        awaitStatus(gateway, "m1", "sent");
        assertThat(gateway.logged("m1")).containsEntry("provider_id", "SMtaken");
        assertThat(twilio.sendsByMessageId()).containsEntry("m1", 1L);
    }

    @Test
    void whereTheProviderDoesNotTellWhatItTookItIsSoonAskedAgain() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        var lost = FakeTwilio.answering(500, "{\"code\":20500,\"status\":500}");
        var list = FakeTwilio.answering(
                200,
                """
                {"messages": [{"sid": "SMtaken", "body": "hello", "date_created": null}], "next_page_uri": null}""");
        try (FakeTwilio twilio = new FakeTwilio(exchange -> {
                    boolean asks = exchange.getRequestMethod().equals("GET");
                    (asks && asked.incrementAndGet() > 2 ? list : lost).handle(exchange);
                });
                Gateway gateway = start(data, twilio, "sms.retry.settle-after=100ms", "sms.retry.settle-asks=1")) {
            queue(gateway, message("m1", Priority.NORMAL, null));
            awaitStatus(gateway, "m1", "sent");
            assertThat(gateway.logged("m1")).containsEntry("provider_id", "SMtaken");
            assertThat(twilio.sendsByMessageId()).containsEntry("m1", 1L);
        }
    }

    @Test
    void twoSilentAttemptsWithTheSameTextShareNoReceipt() throws Exception {
        AtomicInteger posts = new AtomicInteger();
        var lost = FakeTwilio.answering(500, "{\"code\":20500,\"status\":500}");
        var accepting = FakeTwilio.accepting();
        var list = FakeTwilio.answering(
                200,
                """
                {"messages": [{"sid": "SMtaken", "body": "hello", "date_created": null}], "next_page_uri": null}""");
        try (FakeTwilio twilio = new FakeTwilio(exchange -> {
                    boolean asks = exchange.getRequestMethod().equals("GET");
                    (asks ? list : posts.incrementAndGet() <= 2 ? lost : accepting).handle(exchange);
                });
                Gateway gateway = start(
                        data,
                        twilio,
                        "sms.retry.settle-after=100ms",
                        "sms.retry.initial-delay=10ms",
                        "sms.dispatch.lease=4s",
                        "twilio.connect-timeout=1s",
                        "twilio.read-timeout=1s")) {
            queue(gateway, List.of(message("m1", Priority.NORMAL, null), message("m2", Priority.NORMAL, null)));
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(gateway.count(
                            "select count(distinct provider_id) from communications where status = 'sent'"))
                    .isEqualTo(2));
            assertThat(posts)
                    .as("two lost ones, of which one had been taken, and one more")
                    .hasValue(3);
        }
    }

    @Test
    void whatTheProviderNeverTookIsSentAgain() throws Exception {
        AtomicInteger posts = new AtomicInteger();
        var lost = FakeTwilio.answering(502, "<html>");
        var accepting = FakeTwilio.accepting();
        var list = FakeTwilio.answering(200, "{\"messages\": [], \"next_page_uri\": null}");
        ANSWER.set(exchange -> {
            boolean asks = exchange.getRequestMethod().equals("GET");
            (asks ? list : posts.incrementAndGet() == 1 ? lost : accepting).handle(exchange);
        });
        queue(gateway, message("m1", Priority.NORMAL, null));
        awaitStatus(gateway, "m1", "sent");
        assertThat(gateway.logged("m1")).containsEntry("attempts", 2).containsEntry("refusals", 0);
        assertThat(twilio.sendsByMessageId()).containsEntry("m1", 2L);
        assertThat(twilio.calls())
                .as("asked twice, since its list may lag")
                .filteredOn(call -> call.method().equals("GET"))
                .hasSize(2);
    }

    private static Gateway start(Path data, FakeTwilio twilio, String... settings) {
        String[] all = new String[settings.length + 1];
        all[0] = "twilio.base-url=" + twilio.url();
        System.arraycopy(settings, 0, all, 1, settings.length);
        return Gateway.start(data, all);
    }

    private static void queue(Gateway gateway, Object messageOrList) {
        gateway.bean(CamelContext.class).createProducerTemplate().requestBody("direct:send-message", messageOrList);
    }

    private static void awaitStatus(Gateway gateway, String id, String status) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(gateway.logged(id)).containsEntry("status", status));
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static OutgoingMessage message(String id, Priority priority, Instant sendAt) {
        Draft draft = new Draft(
                id,
                new PhoneNumber("+15005550100"),
                null,
                Channel.SMS,
                "hello",
                List.of(),
                Kind.API,
                priority,
                null,
                sendAt,
                null,
                "default");
        return OutgoingMessage.queued(draft, Clock.systemUTC().instant());
    }
}
