package io.bactrian.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bactrian.Gateway;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the alerts and the board ask for is what a gateway tells, after some traffic. */
class ScrapeTests {

    private static final String ANN = "+15005550100";

    @TempDir
    private Path data;

    @Test
    void everyMetricOfTheRulesAndTheBoardIsThereWithItsLabels() throws Exception {
        try (Gateway gateway = Gateway.start(data, "sms.metrics.sample=100ms")) {
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
