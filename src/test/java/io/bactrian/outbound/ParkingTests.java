package io.bactrian.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bactrian.Gateway;
import io.bactrian.domain.Channel;
import io.bactrian.domain.Draft;
import io.bactrian.domain.Kind;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import io.bactrian.provider.twilio.FakeTwilio;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A wrong token parks the provider: one alarm, nothing fails, and everything goes out once it is right. */
@ExtendWith(OutputCaptureExtension.class)
class ParkingTests {

    private final AtomicBoolean tokenIsRight = new AtomicBoolean();

    @TempDir
    private Path data;

    @Test
    void everythingWaitsUntilAnOperatorHasSetItRight(CapturedOutput output) throws Exception {
        try (FakeTwilio twilio = twilio();
                Gateway gateway = start(twilio, "sms.retry.initial-delay=10ms", "sms.retry.multiplier=1")) {
            queue(gateway, 12, null);
            await().untilAsserted(() ->
                    assertThat(provider(gateway).path("state").asText()).isEqualTo("parked"));
            assertThat(provider(gateway).path("code").asText()).isEqualTo("20003");
            assertThat(provider(gateway).path("reason").asText()).isEqualTo("the credentials are refused");
            assertThat(get(gateway, "/actuator/health")
                            .at("/components/providers/details/simulator/state")
                            .asText())
                    .isEqualTo("parked");
            assertThat(get(gateway, "/actuator/health").path("status").asText()).isEqualTo("UP");
            assertThat(call(gateway, "GET", "/actuator/prometheus"))
                    .contains("sms_provider_parked{provider=\"simulator\"} 1.0");
            // A call that began before would be refused after the resume, and park it again.
            await().until(() -> gateway.count("select count(*) from communications where status = 'sending'") == 0);
            tokenIsRight.set(true);
            call(gateway, "POST", "/api/providers/simulator/resume");
            awaitSent(gateway, 12);
            assertThat(provider(gateway).path("state").asText()).isEqualTo("closed");
            assertThat(gateway.count("select count(*) from attempts where result = 'rejected'"))
                    .isZero();
            assertThat(output.getAll().split("is parked")).as("alarms").hasSize(2);
        }
    }

    @Test
    void aMessageThatTriesFindsOutByItself() throws Exception {
        try (FakeTwilio twilio = twilio();
                Gateway gateway =
                        start(twilio, "sms.provider.probe-after=100ms", "sms.provider.longest-probe-after=1s")) {
            queue(gateway, 3, null);
            await().untilAsserted(() ->
                    assertThat(provider(gateway).path("state").asText()).isEqualTo("parked"));
            tokenIsRight.set(true);
            awaitSent(gateway, 3);
        }
    }

    @Test
    void aSenderThatTheMessageNamedItselfFailsTheMessageAlone() throws Exception {
        try (FakeTwilio twilio = new FakeTwilio(FakeTwilio.answering(400, "{\"code\":21606,\"status\":400}"));
                Gateway gateway = start(twilio)) {
            queue(gateway, 1, new PhoneNumber("+15005550007"));
            await().untilAsserted(() -> assertThat(gateway.logged("m0")).containsEntry("status", "failed"));
            assertThat(provider(gateway).path("state").asText()).isEqualTo("closed");
        }
    }

    private FakeTwilio twilio() throws IOException {
        var refuses = FakeTwilio.answering(401, "{\"code\":20003,\"status\":401}");
        var takes = FakeTwilio.accepting();
        return new FakeTwilio(exchange -> (tokenIsRight.get() ? takes : refuses).handle(exchange));
    }

    private Gateway start(FakeTwilio twilio, String... settings) {
        String[] all = new String[settings.length + 1];
        all[0] = "twilio.base-url=" + twilio.url();
        System.arraycopy(settings, 0, all, 1, settings.length);
        return Gateway.start(data, all);
    }

    private static JsonNode provider(Gateway gateway) throws IOException {
        return get(gateway, "/api/providers").path("items").path(0);
    }

    private static JsonNode get(Gateway gateway, String path) throws IOException {
        return new ObjectMapper().readTree(call(gateway, "GET", path));
    }

    private static String call(Gateway gateway, String method, String path) {
        byte[] login = "operator:a-password-of-a-test".getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway.url(path)))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login))
                .method(method, BodyPublishers.noBody())
                .build();
        var answer = Gateway.send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static void queue(Gateway gateway, int count, PhoneNumber from) {
        for (int i = 0; i < count; i++) {
            Draft draft = new Draft(
                    "m" + i,
                    new PhoneNumber("+15005550100"),
                    from,
                    Channel.SMS,
                    "hello",
                    List.of(),
                    Kind.API,
                    Priority.NORMAL,
                    null,
                    null,
                    null,
                    "default");
            gateway.bean(CamelContext.class)
                    .createProducerTemplate()
                    .requestBody("direct:send-message", OutgoingMessage.queued(draft, Instant.EPOCH));
        }
    }

    private static void awaitSent(Gateway gateway, int count) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        gateway.count("select count(*) from communications where status = 'sent'"))
                .isEqualTo(count));
    }
}
