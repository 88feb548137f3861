package io.bactrian.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.Gateway;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatedTextTests {

    @TempDir
    private Path data;

    @Test
    void theSameTextToTheSameNumberAgainAndAgainIsRefusedForAWhile() {
        try (Gateway gateway = Gateway.start(data, "sms.guard.same-text=2")) {
            assertThat(send(gateway, "hello").statusCode()).isBetween(200, 202);
            assertThat(send(gateway, "hello").statusCode()).isBetween(200, 202);
            HttpResponse<String> refused = send(gateway, "hello");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isBetween(1L, 600L);
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(refused.body()).contains("The same text").doesNotContain("hello", "555", "retryAfter");
            assertThat(send(gateway, "something else").statusCode()).isBetween(200, 202);
            assertThat(gateway.outgoing()).hasSize(3);
        }
    }

    private static HttpResponse<String> send(Gateway gateway, String text) {
        byte[] login = "operator:a-password-of-a-test".getBytes(StandardCharsets.UTF_8);
        return Gateway.send(HttpRequest.newBuilder(URI.create(gateway.url("/api/sms/send")))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"to\": \"+15005550123\", \"body\": \"%s\"}".formatted(text)))
                .build());
    }
}
