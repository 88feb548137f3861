package io.bactrian.outbound;

import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bactrian.Gateway;
import io.bactrian.provider.twilio.FakeTwilio;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
        try (FakeTwilio twilio = slow();
                Gateway gateway = Gateway.start(
                        data,
                        "twilio.base-url=" + twilio.url(),
                        "sms.dispatch.in-flight=" + IN_FLIGHT,
                        "sms.rate.senders." + SLOW.substring(1) + "=0.01",
                        "sms.api.rate.tenants.limited.calls=0.01")) {
            sevenTimesTheLoadDelaysNobodyElse(gateway, twilio);
            aSenderAtItsRateHoldsUpNobodyElse(gateway, twilio);
            aTenantThatCallsTooOftenIsRefusedAlone(gateway);
        }
    }

    private void sevenTimesTheLoadDelaysNobodyElse(Gateway gateway, FakeTwilio twilio) {
        String big = key(gateway, "big");
        String small = key(gateway, "small");
        assertThat(post(gateway, big, "/api/sms/bulk", bulk("+1500555", 210)).statusCode())
                .isEqualTo(202);
        await().until(() -> !twilio.calls().isEmpty());
        assertThat(post(gateway, small, "/api/sms/bulk", bulk("+1212555", 30)).statusCode())
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
        String key = key(gateway, "slow");
        String text = "{\"to\":\"+15005550%s\",\"body\":\"hi\"%s}";
        String from = ",\"priority\":\"urgent\",\"from\":\"" + SLOW + "\"";
        List<String> ids = range(0, 6)
                .mapToObj(i -> id(post(gateway, key, "/api/sms/send", text.formatted(100 + i, from))))
                .toList();
        String other = id(post(gateway, key, "/api/sms/send", text.formatted(110, "")));
        await().until(() -> gateway.stored(other).get("status").equals("sent")
                || gateway.stored(other).get("status").equals("delivered"));
        await().until(() -> twilio.calls().stream().anyMatch(call -> SLOW.equals(FakeTwilio.parameter(call, "From"))));
        assertThat(ids.stream().map(gateway::stored).filter(stored -> stored.get("status")
                        .equals("queued")))
                .hasSize(5)
                .allSatisfy(stored -> assertThat(stored).containsEntry("attempts", 0));
    }

    private void aTenantThatCallsTooOftenIsRefusedAlone(Gateway gateway) {
        String limited = key(gateway, "limited");
        String other = key(gateway, "other");
        assertThat(get(gateway, limited).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = get(gateway, limited);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(2L, 100L);
        assertThat(get(gateway, other).statusCode()).isEqualTo(200);
        URI health = URI.create(gateway.url("/api/sms/health"));
        assertThat(Gateway.send(HttpRequest.newBuilder(health)
                                .header("X-API-Key", limited)
                                .build())
                        .statusCode())
                .isEqualTo(200);
    }

    private static FakeTwilio slow() throws IOException {
        return new FakeTwilio(exchange -> CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS)
                .execute(() -> {
                    try {
                        FakeTwilio.accepting().handle(exchange);
                    } catch (IOException e) {
                        exchange.close(); // the gateway is gone already
                    }
                }));
    }

    private static String bulk(String area, int rows) {
        return range(0, rows)
                .mapToObj(row -> "{\"to\":\"%s%04d\",\"body\":\"row %d\"}".formatted(area, row + 100, row))
                .collect(Collectors.joining(",", "{\"messages\":[", "]}"));
    }

    private static String key(Gateway gateway, String tenant) {
        String order = "{\"name\":\"%s\",\"scopes\":[\"sms:send\",\"sms:read\"],\"tenant\":\"%s\"}";
        return field(
                "key",
                Gateway.send(gateway.asOperator("/api/keys")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(order.formatted(tenant, tenant)))
                        .build()));
    }

    private static HttpResponse<String> post(Gateway gateway, String key, String path, String body) {
        return Gateway.send(HttpRequest.newBuilder(URI.create(gateway.url(path)))
                .header("X-API-Key", key)
                .header("Content-Type", "application/json")
                .header("Prefer", "respond-async")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static HttpResponse<String> get(Gateway gateway, String key) {
        return Gateway.send(HttpRequest.newBuilder(URI.create(gateway.url("/api/messages/outgoing")))
                .header("X-API-Key", key)
                .build());
    }

    private static String id(HttpResponse<String> answer) {
        return field("id", answer);
    }

    private static String field(String name, HttpResponse<String> answer) {
        Matcher value = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(answer.body());
        assertThat(value.find()).as(answer.body()).isTrue();
        return value.group(1);
    }
}
