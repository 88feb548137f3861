package io.bactrian.telemetry;

import static io.bactrian.Gateway.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bactrian.ForkedGateway;
import io.bactrian.Gateway;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway with all that tells others: they are told which message, and nothing of whom or what. */
class TelemetryTests {

    private static final String ANN = "+15005550177";
    private static final String TEXT = "a very private text";
    private static final String[] SECRETS = {"5005550177", "5005550006", TEXT, "very+private", "%20private"};
    private static final String INCOMING = "/webhooks/twilio/incoming";

    @TempDir
    private Path data;

    @Test
    void tellsWhichMessageAndNothingOfWhomOrWhat() throws Exception {
        try (Receiver collector = new Receiver();
                Receiver sentry = new Receiver()) {
            try (Gateway gateway = Gateway.start(
                    data,
                    "sms.telemetry.traces-url=http://localhost:" + collector.port() + "/v1/traces",
                    "sms.telemetry.sentry-dsn=http://key@localhost:" + sentry.port() + "/1")) {
                traffic(gateway);
                gateway.bean(SdkTracerProvider.class).forceFlush().join(10, TimeUnit.SECONDS);
                await().atMost(Duration.ofSeconds(20)).until(() -> sentry.text().contains("is a dead letter"));
            }
            assertThat(collector.text())
                    .contains("/v1/traces", "receive-from-twilio", "attempt-message", "list-users")
                    .contains("messageId", "SM501", "ack-SM501")
                    .doesNotContain("private=query")
                    .doesNotContain(SECRETS);
            assertThat(sentry.text()).contains("/api/1/envelope/").doesNotContain(SECRETS);
        }
    }

    /** In a process of its own: where another gateway of this one still runs, the log stays as it is. */
    @Test
    void aLineOfAJsonLogSaysWhichMessageItIsAbout() throws Exception {
        Path log = Path.of("target", "json-log.log");
        try (ForkedGateway gateway = ForkedGateway.start("json-log", data, "logging.structured.format.console=ecs")) {
            gateway.post(text("SM501", ANN, TEXT));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> Files.readString(log).contains("SM501 is logged"));
        }
        linesAreJson(Files.readString(log));
    }

    private static void traffic(Gateway gateway) {
        gateway.addUser(ANN);
        gateway.postSigned(INCOMING, text("SM501", ANN, TEXT));
        await().until(() -> "delivered".equals(gateway.logged("ack-SM501").get("status")));
        gateway.postSigned(INCOMING, new TreeMap<>(Map.of("From", ANN, "Body", TEXT)));
        Gateway.send(gateway.asOperator("/api/users").build());
        Gateway.send(gateway.asOperator("/api/users?private=query&number=%2B15005550177")
                .build());
    }

    private static void linesAreJson(String out) throws Exception {
        List<JsonNode> lines = new ArrayList<>();
        for (String line :
                out.lines().filter(line -> line.contains("@timestamp")).toList()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        assertThat(out.lines()).as("lines for people").noneMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT.*"));
        assertThat(lines)
                .filteredOn(line -> line.path("message").asText().startsWith("SM501 is logged"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.path("messageId").asText()).isEqualTo("SM501"));
        assertThat(lines).filteredOn(line -> line.has("messageId")).hasSizeLessThan(lines.size());
        assertThat(out).doesNotContain(SECRETS);
    }
}
