package io.bactrian.privacy;

import static io.bactrian.Gateway.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bactrian.Gateway;
import io.bactrian.provider.twilio.FakeTwilio;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** With DEBUG on for our own packages, no number and no text is in anything that ops can see. */
@ExtendWith(OutputCaptureExtension.class)
class PrivacyTests {

    private static final String KNOWN = "+15005550177";
    private static final String STRANGER = "+15005550188";
    private static final String TEXT = "a very private text";
    private static final String[] SECRETS = {
        "5005550177", "5005550188", "5005550006", TEXT, "very+private", "%20private", "calls.example"
    };

    private static final String INCOMING = "/webhooks/twilio/incoming";

    @TempDir
    private Path data;

    @Test
    void theMainJobAndItsFailuresPrintNothingPersonal(CapturedOutput output) throws Exception {
        var refusing = FakeTwilio.answering(
                400, "{\"code\":21211,\"message\":\"The 'To' number +15005550177 is not valid\",\"status\":400}");
        var accepting = FakeTwilio.accepting();
        AtomicInteger calls = new AtomicInteger();
        try (FakeTwilio twilio = new FakeTwilio(exchange -> {
                    (calls.incrementAndGet() % 2 == 1 ? refusing : accepting).handle(exchange);
                });
                Gateway gateway =
                        Gateway.start(data, "twilio.base-url=" + twilio.url(), "logging.level.io.bactrian=DEBUG")) {
            gateway.addUser(KNOWN);
            mainJob(gateway);
            calls(gateway);
            storeFailure(gateway);
            assertThat(output.getAll()).contains("SM401").doesNotContain(SECRETS);
            assertThat(metrics(gateway)).contains("http.server.requests").doesNotContain(SECRETS);
            assertThat(managementBeans()).isNotEmpty().doesNotContain(SECRETS);
        }
        assertThat(output.getAll()).doesNotContain(SECRETS);
    }

    private static void mainJob(Gateway gateway) {
        gateway.postSigned(INCOMING, text("SM401", KNOWN, TEXT));
        await().until(() -> "failed".equals(gateway.logged("ack-SM401").get("status")));
        gateway.postSigned(INCOMING, text("SM407", KNOWN, TEXT));
        await().until(() -> "sent".equals(gateway.logged("ack-SM407").get("status")));
        gateway.postSigned(INCOMING, text("SM402", STRANGER, TEXT));
        gateway.postSigned(INCOMING, text("SM403", KNOWN, "STOP"));
        gateway.postSigned(INCOMING, text("SM404", KNOWN, "START"));
        gateway.post(INCOMING, text("SM405", KNOWN, TEXT), "wrong");
        gateway.postSigned(INCOMING, new TreeMap<>(Map.of("From", KNOWN, "Body", TEXT)));
        gateway.postSigned(
                "/webhooks/twilio/status/ack-SM401",
                new TreeMap<>(Map.of("MessageSid", "SMx", "MessageStatus", "delivered", "To", KNOWN)));
    }

    private static void calls(Gateway gateway) {
        for (String content : new String[] {"\"say\": \"" + TEXT + "\"", "\"url\": \"https://calls.example/a\""}) {
            String body = "{\"to\": \"" + KNOWN + "\", " + content + "}";
            assertThat(Gateway.send(post(gateway, "/api/voice/call", body)).statusCode())
                    .isIn(200, 422);
        }
        gateway.postSigned(
                "/webhooks/twilio/calls/ack-SM401",
                new TreeMap<>(Map.of("CallSid", "CAx", "CallStatus", "busy", "To", KNOWN)));
        gateway.postSigned("/webhooks/twilio/calls/ack-SM401", new TreeMap<>(Map.of("To", KNOWN)));
        Gateway.send(post(gateway, "/api/test/twilio", ""));
    }

    private static HttpRequest post(Gateway gateway, String path, String body) {
        return gateway.asOperator(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** A database that quotes the values which it cannot store. */
    private static void storeFailure(Gateway gateway) {
        gateway.database()
                .sql("alter table communications add constraint no_more check (message_id <> 'SM406')")
                .update();
        gateway.postSigned(INCOMING, text("SM406", KNOWN, TEXT));
    }

    private static String metrics(Gateway gateway) {
        StringBuilder all = new StringBuilder();
        gateway.bean(MeterRegistry.class).getMeters().forEach(meter -> all.append(meter.getId())
                .append('\n'));
        return all.toString();
    }

    private static String managementBeans() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        StringBuilder all = new StringBuilder();
        for (ObjectName name : server.queryNames(null, null)) {
            all.append(name).append('\n');
            Arrays.stream(server.getMBeanInfo(name).getAttributes())
                    .filter(MBeanAttributeInfo::isReadable)
                    .forEach(attribute ->
                            all.append(read(server, name, attribute.getName())).append('\n'));
        }
        return all.toString();
    }

    private static String read(MBeanServer server, ObjectName name, String attribute) {
        try {
            Object value = server.getAttribute(name, attribute);
            return value instanceof Object[] values ? Arrays.deepToString(values) : String.valueOf(value);
        } catch (JMException | RuntimeException e) {
            return attribute + " cannot be read"; // some of the JDK's own are not supported everywhere
        }
    }
}
