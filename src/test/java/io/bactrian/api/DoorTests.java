package io.bactrian.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.api.ApiClient.Reply;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Behind a proxy that tells where a call comes from: from where the API may be called, and what every answer says. */
@ApiTest
@TestPropertySource(
        properties = {
            "server.forward-headers-strategy=native",
            "sms.api.allowed-ips=192.0.2.0/24,2001:db8::/32",
            "sms.api.cors-origins=https://desk.example.org"
        })
class DoorTests {

    @Autowired
    private ApiClient api;

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7", "192.0.2.255", "2001:db8::7"})
    void letsInWhoIsOnTheList(String address) {
        assertThat(api.send(from(address, "/api/users")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.3.7", "203.0.113.9", "2001:db9::7", "192.0.2.7, 203.0.113.9"})
    void refusesWhoIsNotHoweverGoodTheirToken(String address) {
        for (String path : new String[] {"/api/users", "/api/sms/health", "/api/nothing"}) {
            Reply reply = api.send(from(address, path));
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        }
        assertThat(api.send(from(address, "/actuator/health")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/users", "/api/nothing", "/api/sms/health", "/actuator/health", "/elsewhere", "/webhooks/x"
            })
    void everyAnswerTellsBrowsersWhatNotToDo(String path) {
        Reply reply = api.send(from("192.0.2.7", path).header("X-Forwarded-Proto", "https"));
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(reply.header("Strict-Transport-Security")).contains("max-age=31536000");
        Reply plain = api.send(from("192.0.2.7", path));
        assertThat(plain.header("Strict-Transport-Security")).isNull();
    }

    @Test
    void aPageOfTheDeskMayCall() {
        Reply asked = preflight("https://desk.example.org");
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.header("Access-Control-Allow-Origin")).isEqualTo("https://desk.example.org");
        assertThat(asked.header("Access-Control-Allow-Headers")).containsIgnoringCase("X-API-Key");
        assertThat(asked.header("Access-Control-Allow-Credentials")).isNull();
        Reply called = api.send(from("192.0.2.7", "/api/users")
                .header("Origin", "https://desk.example.org")
                .header("Sec-Fetch-Site", "cross-site")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
        assertThat(called.status()).isEqualTo(403); // the scope, not the origin
        assertThat(called.json().get("detail").asText()).doesNotContain("site");
        assertThat(called.header("Access-Control-Allow-Origin")).isEqualTo("https://desk.example.org");
    }

    @Test
    void aPageOfAnybodyElseMayNot() {
        for (String origin : new String[] {"https://evil.example", "http://desk.example.org", "null"}) {
            Reply asked = preflight(origin);
            assertThat(asked.status()).isEqualTo(403);
            assertThat(asked.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(asked.header("Access-Control-Allow-Origin")).isNull();
        }
    }

    private Reply preflight(String origin) {
        return api.send(api.request("/api/users")
                .header("X-Forwarded-For", "192.0.2.7")
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "x-api-key,content-type")
                .method("OPTIONS", BodyPublishers.noBody()));
    }

    private HttpRequest.Builder from(String address, String path) {
        return ApiClient.as(api.request(path).header("X-Forwarded-For", address), "users:read");
    }
}
