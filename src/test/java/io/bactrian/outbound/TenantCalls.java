package io.bactrian.outbound;

import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.Gateway;
import io.bactrian.provider.twilio.FakeTwilio;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What programs of several tenants ask of one gateway. */
final class TenantCalls {

    private TenantCalls() {}

    /** @param millis until it answers */
    static FakeTwilio twilioThatTakes(int millis) throws IOException {
        return new FakeTwilio(exchange -> CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS)
                .execute(() -> {
                    try {
                        FakeTwilio.accepting().handle(exchange);
                    } catch (IOException e) {
                        exchange.close(); // the gateway is gone already
                    }
                }));
    }

    static String bulk(String area, int rows) {
        return bulk(area, rows, 1);
    }

    /** @param round in the text, so that none is sent twice */
    static String bulk(String area, int rows, int round) {
        return range(0, rows)
                .mapToObj(row -> "{\"to\":\"%s%04d\",\"body\":\"%d, row %d\"}".formatted(area, row + 100, round, row))
                .collect(Collectors.joining(",", "{\"messages\":[", "]}"));
    }

    static String key(Gateway gateway, String tenant) {
        String order = "{\"name\":\"%s\",\"scopes\":[\"sms:send\",\"sms:read\"],\"tenant\":\"%s\"}";
        return field(
                "key",
                Gateway.send(gateway.asOperator("/api/keys")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(order.formatted(tenant, tenant)))
                        .build()));
    }

    static HttpResponse<String> post(Gateway gateway, String key, String path, String body) {
        return Gateway.send(HttpRequest.newBuilder(URI.create(gateway.url(path)))
                .header("X-API-Key", key)
                .header("Content-Type", "application/json")
                .header("Prefer", "respond-async")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    static HttpResponse<String> get(Gateway gateway, String key) {
        return Gateway.send(HttpRequest.newBuilder(URI.create(gateway.url("/api/messages/outgoing")))
                .header("X-API-Key", key)
                .build());
    }

    static String id(HttpResponse<String> answer) {
        return field("id", answer);
    }

    private static String field(String name, HttpResponse<String> answer) {
        Matcher value = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(answer.body());
        assertThat(value.find()).as(answer.body()).isTrue();
        return value.group(1);
    }
}
