package io.bactrian.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bactrian.api.ApiClient.Reply;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class KeyTests {

    @Autowired
    private ApiClient api;

    @Test
    void aKeyOpensWhatItWasMadeForUntilItIsRevoked() {
        JsonNode made =
                create("{\"name\": \"shop\", \"scopes\": [\"users:read\"]}").json();
        String key = made.get("key").asText();
        assertThat(api.send(with(key, "/api/users")).status()).isEqualTo(200);
        assertThat(api.send(with(key, "/api/messages/incoming")).status()).isEqualTo(403);
        assertThat(api.send(with(key, "/actuator")).status()).isEqualTo(403);
        Reply revoked = api.json("DELETE", "/api/keys/" + made.get("id").asText(), "admin", "");
        assertThat(revoked.json().has("revokedAt")).isTrue();
        assertThat(revoked.raw().body()).doesNotContain(key);
        assertThat(api.send(with(key, "/api/users")).status()).isEqualTo(401);
    }

    @Test
    void showsAKeyOnce() {
        Reply reply = create("{\"name\": \"once\", \"scopes\": [\"sms:send\", \"sms:read\"]}");
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Cache-Control")).contains("no-store");
        String id = reply.json().get("id").asText();
        assertThat(reply.header("Location")).isEqualTo("/api/keys/" + id);
        Reply list = api.get("/api/keys", "admin");
        assertThat(list.raw().body()).contains(id).doesNotContain("bct_").doesNotContain("hash");
        assertThat(list.json().at("/items/0/scopes").toString()).isEqualTo("[\"sms:read\",\"sms:send\"]");
        assertThat(list.json().at("/items/0/createdBy").asText()).isEqualTo("tester");
    }

    @Test
    void refusesKeysThatWouldOpenTooMuchOrNothing() {
        assertRefused("{\"name\": \"x\", \"scopes\": [\"ops\"], \"tenant\": \"acme\"}", 422, "scopes");
        assertRefused("{\"name\": \"a\\u0000b\", \"scopes\": [\"ops\"]}", 422, "name");
        assertRefused("{\"name\": \"x\", \"scopes\": [\"everything\"]}", 400, "scopes.0");
        assertRefused("{\"name\": \"x\", \"scopes\": []}", 400, "scopes");
        assertRefused("{\"name\": \"x\", \"scopes\": [\"ops\"], \"tenant\": \"a/b\"}", 400, "tenant");
        assertRefused(
                "{\"name\": \"x\", \"scopes\": [\"ops\"], \"expiresAt\": \"2020-01-01T00:00:00Z\"}", 422, "expiresAt");
    }

    @Test
    void anAdminOfATenantMakesKeysForThatTenantOnly() {
        HttpRequest.Builder theirs = ApiClient.as(api.request("/api/keys"), "admin", "acme");
        String body = "{\"name\": \"x\", \"scopes\": [\"sms:send\"], \"tenant\": \"other\"}";
        assertThat(api.send(post(theirs, body)).field()).isEqualTo("tenant");
        theirs = ApiClient.as(api.request("/api/keys"), "admin", "acme");
        body = "{\"name\": \"x\", \"scopes\": [\"sms:send\"]}";
        assertThat(api.send(post(theirs, body)).json().get("tenant").asText()).isEqualTo("acme");
    }

    @Test
    void takesNoKeyThatIsNoneAndNoTwoWaysAtOnce() {
        assertThat(api.send(with("bct_" + "0".repeat(64), "/api/users")).status())
                .isEqualTo(401);
        assertThat(api.send(with("", "/api/users")).status()).isEqualTo(401);
        String key = create("{\"name\": \"two\", \"scopes\": [\"users:read\"]}")
                .json()
                .get("key")
                .asText();
        HttpRequest.Builder both = ApiClient.as(with(key, "/api/users"), "users:read");
        assertThat(api.send(both).status()).isEqualTo(401);
    }

    @Test
    void revokesNoKeyThatIsNotThere() {
        assertThat(api.json("DELETE", "/api/keys/key-none", "admin", "").status())
                .isEqualTo(404);
    }

    @Test
    void refusesAnEndThatNoStoreKnows() {
        String body = "{\"name\": \"x\", \"scopes\": [\"ops\"], \"expiresAt\": \"9999-12-31T23:59:59-12:00\"}";
        assertRefused(body, 422, "expiresAt");
    }

    private void assertRefused(String body, int status, String field) {
        Reply reply = create(body);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.field()).isEqualTo(field);
    }

    private Reply create(String body) {
        return api.json("POST", "/api/keys", "admin", body);
    }

    private static HttpRequest.Builder post(HttpRequest.Builder request, String body) {
        return request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder with(String key, String path) {
        return api.request(path).header("X-API-Key", key);
    }
}
