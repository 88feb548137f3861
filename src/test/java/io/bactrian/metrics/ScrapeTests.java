package io.bactrian.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bactrian.Gateway;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.sentry.Sentry;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.CamelTracingService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the alerts and the board ask for is what a gateway tells, after some traffic. */
class ScrapeTests {

    private static final String ANN = "+15005550100";

    @TempDir
    private Path data;

    /** As it ships: no tracer, nothing of one around any step, and no Sentry. */
    private static void nobodyElseIsTold(Gateway gateway) {
        CamelContext camel = gateway.bean(CamelContext.class);
        assertThat(camel.hasService(CamelTracingService.class)).isNull();
        assertThat(camel.getRegistry().findByType(Tracer.class)).isEmpty();
        assertThat(camel.getRegistry().findByType(SdkTracerProvider.class)).isEmpty();
        assertThat(camel.getCamelContextExtension().getInterceptStrategies())
                .noneSatisfy(
                        strategy -> assertThat(strategy.getClass().getName()).contains("telemetry"));
        assertThat(Sentry.isEnabled()).isFalse();
    }

    @Test
    void everyMetricOfTheRulesAndTheBoardIsThereWithItsLabels() throws Exception {
        try (Gateway gateway = Gateway.start(data, "sms.metrics.sample=100ms")) {
            nobodyElseIsTold(gateway);
            traffic(gateway);
            await().untilAsserted(() -> {
                String scrape = scrape(gateway);
                for (Expression expression : OpsFiles.expressions()) {
                    for (String metric : expression.metrics()) {
                        assertThat(expression.isIn(scrape, metric))
                                .as("%s with the labels %s", metric, expression.labels())
                                .isTrue();
                    }
                }
                assertThat(scrape)
                        .contains("sms_opt_outs_total{change=\"out\",source=\"keyword\"} 1.0")
                        .contains("sms_store_sampled 1.0")
                        .contains("sms_queue_due{priority=\"high\"} 0.0")
                        .contains("sms_webhooks_refused_total")
                        .doesNotContain("5005550100");
            });
        }
    }

    private static void traffic(Gateway gateway) {
        gateway.postSigned("/webhooks/twilio/incoming", Gateway.text("SM" + "1".repeat(32), ANN, "hello"));
        gateway.post("/webhooks/twilio/incoming", Gateway.text("SM" + "2".repeat(32), ANN, "hello"), "wrong");
        Gateway.send(gateway.asOperator("/api/sms/send")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"to\":\"+15005550101\",\"body\":\"hello\"}"))
                .build());
        gateway.postSigned("/webhooks/twilio/incoming", Gateway.text("SM" + "3".repeat(32), ANN, "STOP"));
    }

    private static String scrape(Gateway gateway) {
        return Gateway.send(gateway.asOperator("/actuator/prometheus").build()).body();
    }
}
