package io.bactrian.outbound;

import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bactrian.Gateway;
import io.bactrian.provider.twilio.FakeTwilio;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tenants and senders that share one gateway. What is compared is the order in which messages leave, not the time. */
class FairnessTests {

    private static final int IN_FLIGHT = 4;
    private static final String SLOW = "+15005550077";

    @TempDir
    private Path data;

    @Test
    void oneTenantsLoadAndOneSendersRateHoldUpNobodyElse() throws Exception {
        try (FakeTwilio twilio = TenantCalls.twilioThatTakes(20);
                Gateway gateway = Gateway.start(
                        data,
                        "twilio.base-url=" + twilio.url(),
                        "sms.dispatch.in-flight=" + IN_FLIGHT,
                        "sms.quiet-hours.bulk=false", // it may be night in New York
                        "sms.rate.senders." + SLOW.substring(1) + "=0.01",
                        "sms.api.rate.tenants.limited.calls=0.01")) {
            sevenTimesTheLoadDelaysNobodyElse(gateway, twilio);
            aSenderAtItsRateHoldsUpNobodyElse(gateway, twilio);
            aTenantThatCallsTooOftenIsRefusedAlone(gateway);
        }
    }

    private void sevenTimesTheLoadDelaysNobodyElse(Gateway gateway, FakeTwilio twilio) {
        String big = TenantCalls.key(gateway, "big");
        String small = TenantCalls.key(gateway, "small");
        assertThat(TenantCalls.post(gateway, big, "/api/sms/bulk", TenantCalls.bulk("+1500555", 210))
                        .statusCode())
                .isEqualTo(202);
        await().until(() -> !twilio.calls().isEmpty());
        assertThat(TenantCalls.post(gateway, small, "/api/sms/bulk", TenantCalls.bulk("+1212555", 30))
                        .statusCode())
                .isEqualTo(202);
        await().until(() -> twilio.calls().size() == 240);
        List<Boolean> order = twilio.calls().stream()
                .map(call -> FakeTwilio.parameter(call, "To").startsWith("+1212555"))
                .toList();
        int first = order.indexOf(true);
        int last = order.lastIndexOf(true);
        long others = order.subList(first, last).stream().filter(mine -> !mine).count();
        assertThat(others)
                .as("messages of the big tenant between the first and the last of the small one's 30")
                .isBetween(20L, 30L + 2 * IN_FLIGHT);
        assertThat(order.subList(last, order.size()))
                .as("the rest of the big one's")
                .hasSizeGreaterThan(100);
    }

    private void aSenderAtItsRateHoldsUpNobodyElse(Gateway gateway, FakeTwilio twilio) {
        String key = TenantCalls.key(gateway, "slow");
        String text = "{\"to\":\"+15005550%s\",\"body\":\"hi\"%s}";
        String from = ",\"priority\":\"urgent\",\"from\":\"" + SLOW + "\"";
        List<String> ids = range(0, 6)
                .mapToObj(i ->
                        TenantCalls.id(TenantCalls.post(gateway, key, "/api/sms/send", text.formatted(100 + i, from))))
                .toList();
        String other = TenantCalls.id(TenantCalls.post(gateway, key, "/api/sms/send", text.formatted(110, "")));
        await().until(() -> gateway.stored(other).get("status").equals("sent")
                || gateway.stored(other).get("status").equals("delivered"));
        await().until(() -> twilio.calls().stream().anyMatch(call -> SLOW.equals(FakeTwilio.parameter(call, "From"))));
        assertThat(ids.stream().map(gateway::stored).filter(stored -> stored.get("status")
                        .equals("queued")))
                .hasSize(5)
                .allSatisfy(stored -> assertThat(stored).containsEntry("attempts", 0));
    }

    private void aTenantThatCallsTooOftenIsRefusedAlone(Gateway gateway) {
        String limited = TenantCalls.key(gateway, "limited");
        String other = TenantCalls.key(gateway, "other");
        assertThat(TenantCalls.get(gateway, limited).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = TenantCalls.get(gateway, limited);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(2L, 100L);
        assertThat(TenantCalls.get(gateway, other).statusCode()).isEqualTo(200);
        URI health = URI.create(gateway.url("/api/sms/health"));
        assertThat(Gateway.send(HttpRequest.newBuilder(health)
                                .header("X-API-Key", limited)
                                .build())
                        .statusCode())
                .isEqualTo(200);
    }
}
