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
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known about each message is kept, found out where it is not, and said where it is bad news. */
class LedgerTests {

    @TempDir
    private Path data;

    @Test
    void whatNobodyReportsOnIsAskedAbout() throws Exception {
        try (FakeTwilio twilio = FakeTwilio.truthful();
                Gateway gateway = start(twilio, "sms.poll.after=100ms")) {
            send(gateway, message("m1"));
            awaitLogged(gateway, "m1", "status", "delivered");
            assertThat(gateway.count("select count(*) from delivery_reports where provider_status = 'delivered'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void aCallWhoseAnswerWasLostIsFoundInTheListOfCallsAndPlacedOnce() throws Exception {
        Queue<String> placed = new ConcurrentLinkedQueue<>();
        HttpHandler fails = FakeTwilio.answering(500, "{\"code\":20500,\"status\":500}");
        try (FakeTwilio twilio = new FakeTwilio(exchange -> {
                    if (exchange.getRequestMethod().equals("POST")) {
                        placed.add("CA" + "0".repeat(31) + placed.size());
                        fails.handle(exchange);
                        return;
                    }
                    String calls = placed.stream()
                            .map("{\"sid\":\"%s\",\"to\":\"+15005550100\",\"direction\":\"outbound-api\"}"::formatted)
                            .collect(Collectors.joining(","));
                    FakeTwilio.answering(200, "{\"calls\":[" + calls + "],\"next_page_uri\":null}")
                            .handle(exchange);
                });
                Gateway gateway = start(twilio, "sms.retry.settle-after=100ms")) {
            send(gateway, message("c1", Channel.VOICE));
            awaitLogged(gateway, "c1", "status", "sent");
            assertThat(gateway.logged("c1"))
                    .containsEntry("provider_id", placed.peek())
                    .containsEntry("attempts", 1);
            assertThat(placed).hasSize(1);
        }
    }

    @Test
    void whatWasSentThroughAProviderThatIsGoneAwaitsAnOperator() throws Exception {
        try (FakeTwilio twilio = FakeTwilio.truthful();
                Gateway gateway = start(twilio, "sms.metrics.sample=100ms")) {
            silent(gateway, "m1", "elsewhere");
            awaitLogged(gateway, "m1", "awaits_decision", true);
            await().untilAsserted(() -> assertThat(meters(gateway)
                            .get("sms.messages.awaiting.decision")
                            .gauge()
                            .value())
                    .isEqualTo(1));
            report(gateway, "m1", "SMone", "delivered");
            assertThat(gateway.logged("m1"))
                    .containsEntry("status", "delivered")
                    .containsEntry("awaits_decision", false);
            assertThat(twilio.calls()).isEmpty();
        }
    }

    @Test
    void aSecondReceiptIsSaidAndCounted() throws Exception {
        try (FakeTwilio twilio = FakeTwilio.truthful();
                Gateway gateway = start(twilio)) {
            send(gateway, message("m1"));
            awaitLogged(gateway, "m1", "status", "sent");
            for (int i = 0; i < 2; i++) {
                report(gateway, "m1", "SManother", "delivered");
            }
            assertThat(gateway.logged("m1")).containsEntry("doubled", true).containsEntry("status", "delivered");
            assertThat(meters(gateway).get("sms.sends.doubled").counter().count())
                    .isEqualTo(1);
        }
    }

    @Test
    void aMessageThatCannotBeReadHoldsUpNoOther() throws Exception {
        try (FakeTwilio twilio = FakeTwilio.truthful();
                Gateway gateway = start(twilio, "sms.dispatch.in-flight=1")) {
            gateway.database()
                    .sql(
                            """
                            insert into communications (direction, message_id, to_number, content, status, kind,
                                                        priority, channel, next_attempt_at)
                            values ('outbound', 'm0', '+15005550100', 'hello', 'queued', 'yet-unknown', 0, 'sms',
                                    timestamp with time zone '2026-01-01 00:00:00+00')""")
                    .update();
            send(gateway, message("m1"));
            awaitLogged(gateway, "m1", "status", "sent");
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(meters(gateway)
                            .get("sms.messages.unreadable")
                            .counter()
                            .count())
                    .isEqualTo(1));
            assertThat(gateway.logged("m0")).containsEntry("status", "queued");
        }
    }

    private Gateway start(FakeTwilio twilio, String... settings) {
        String[] all = new String[settings.length + 1];
        all[0] = "twilio.base-url=" + twilio.url();
        System.arraycopy(settings, 0, all, 1, settings.length);
        return Gateway.start(data, all);
    }

    /** A message that was being sent when its process was killed, a while ago. */
    private static void silent(Gateway gateway, String id, String provider) {
        gateway.database()
                .sql(
                        """
                        insert into communications (direction, message_id, to_number, content, status, kind, priority,
                                                    channel, attempts, provider, lease_owner, lease_until)
                        values ('outbound', ?, '+15005550100', 'hello', 'sending', 'api', 2, 'sms', 1, ?, 'killed',
                                timestamp with time zone '2026-01-01 00:00:00+00')""")
                .params(id, provider)
                .update();
        gateway.database()
                .sql("insert into attempts (message_id, number, owner, provider, started_at)"
                        + " values (?, 1, 'killed', ?, current_timestamp)")
                .params(id, provider)
                .update();
    }

    private static void report(Gateway gateway, String id, String sid, String word) {
        Map<String, String> form = Map.of("MessageSid", sid, "MessageStatus", word);
        assertThat(gateway.postSigned("/webhooks/twilio/status/" + id, form).statusCode())
                .isEqualTo(200);
    }

    private static MeterRegistry meters(Gateway gateway) {
        return gateway.bean(MeterRegistry.class);
    }

    private static void send(Gateway gateway, OutgoingMessage message) {
        gateway.bean(CamelContext.class).createProducerTemplate().requestBody("direct:send-message", message);
    }

    private static void awaitLogged(Gateway gateway, String id, String column, Object value) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(gateway.logged(id)).containsEntry(column, value));
    }

    private static OutgoingMessage message(String id) {
        return message(id, Channel.SMS);
    }

    private static OutgoingMessage message(String id, Channel channel) {
        Draft draft = new Draft(
                id,
                new PhoneNumber("+15005550100"),
                null,
                channel,
                "hello",
                List.of(),
                Kind.API,
                Priority.NORMAL,
                null,
                null,
                null,
                "default");
        return OutgoingMessage.queued(draft, Clock.systemUTC().instant());
    }
}
