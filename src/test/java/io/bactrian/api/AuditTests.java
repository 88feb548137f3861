package io.bactrian.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import io.bactrian.api.ApiClient.Reply;
import io.bactrian.web.Contract;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Date;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every call of the contract that may change something leaves an entry, and no other does. */
@ApiTest
class AuditTests {

    @Autowired
    private ApiClient api;

    @Autowired
    private JdbcClient jdbc;

    static Stream<Contract.Call> calls() {
        return ContractExamples.calls();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aCallThatMayChangeSomethingLeavesAnEntryAndNoOther(Contract.Call call) {
        String who = "audited-" + call.operationId();
        String scope = call.scope() == null ? "none" : call.scope();
        for (String body : ContractExamples.bodies(call)) {
            Reply reply = ContractExamples.play(api, call, token(who, scope), "none", body);
            assertThat(reply.status()).isNotIn(401, 403);
            JsonNode entry = entries("who=" + who).path(0);
            assertThat(entry.isMissingNode())
                    .as("no entry of %s", call.operationId())
                    .isEqualTo(!call.changes());
            if (call.changes()) {
                assertTells(entry, call, reply);
            }
        }
    }

    private static void assertTells(JsonNode entry, Contract.Call call, Reply reply) {
        assertThat(entry.get("operation").asText()).isEqualTo(call.operationId());
        assertThat(entry.get("httpStatus").asInt()).isEqualTo(reply.status());
        assertThat(entry.get("via").asText()).isEqualTo("token");
        assertThat(entry.get("tenant").asText()).isEqualTo("default");
        assertThat(entry.get("calledAt").asText()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(entry.get("address").asText()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(entry.path("target").asText(""))
                .isEqualTo(reply.json()
                        .path(call.rows() == null ? "id" : "batchId")
                        .asText(""));
    }

    @Test
    void neverHoldsANumberOrAText() {
        String message = "{\"to\": \"+1 202 555 0155\", \"body\": \"what was said\", \"priority\": \"low\"}";
        api.send(post("/api/sms/send", message).header("Authorization", "Bearer " + token("private", "sms:send")));
        api.send(post("/api/users/12025550155/x", message)
                .header("Authorization", "Bearer " + token("private", "users:write")));
        api.send(api.request("/api/users/12025550155")
                .header("Authorization", "Bearer " + token("private", "users:write"))
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString("{\"name\": \"what was said\"}")));
        assertThat(entries("who=private").size()).isEqualTo(2);
        assertThat(entries("who=private").toString()).doesNotContain("5550155", "what was said");
        assertThat(jdbc.sql("select * from audit_entries").query().listOfRows().toString())
                .doesNotContain("5550155", "what was said");
    }

    @Test
    void tellsWhatDoesNotKeepToTheContractAsWell() {
        api.send(post("/api/users", "{\"nonsense\": 1}")
                .header("Authorization", "Bearer " + token("careless", "users:write")));
        assertThat(entries("who=careless").at("/0/httpStatus").asInt()).isEqualTo(400);
        assertThat(entries("who=careless").at("/0/target").isMissingNode()).isTrue();
    }

    @Test
    void tellsHowTheCallerProvedWhoTheyAre() {
        JsonNode made = api.json("POST", "/api/keys", "admin", "{\"name\": \"till\", \"scopes\": [\"users:write\"]}")
                .json();
        api.send(post("/api/users", "{}").header("X-API-Key", made.get("key").asText()));
        JsonNode byKey = entries("who=till").get(0);
        assertThat(byKey.get("via").asText()).isEqualTo("key");
        assertThat(byKey.get("keyId")).isEqualTo(made.get("id"));
        byte[] login = ("operator:" + ApiClient.PASSWORD).getBytes(StandardCharsets.UTF_8);
        api.send(post("/api/users", "{}")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login)));
        assertThat(entries("who=operator").at("/0/via").asText()).isEqualTo("password");
    }

    @Test
    void doesNothingThatCannotBePutOnRecord() {
        jdbc.sql("alter table audit_entries add constraint full_disk check (who <> 'unrecorded')")
                .update();
        Reply reply = api.send(post("/api/users", "{\"phoneNumber\": \"+12025550188\"}")
                .header("Authorization", "Bearer " + token("unrecorded", "users:write")));
        assertThat(reply.status()).isEqualTo(500);
        assertThat(jdbc.sql("select count(*) from users where phone_number = '+12025550188'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void answersTheTruthWhereTheEndCannotBePutOnRecord() {
        jdbc.sql("alter table audit_entries add constraint full_later check (who <> 'half' or http_status is null)")
                .update();
        Reply reply = api.send(post("/api/users", "{\"phoneNumber\": \"+12025550189\"}")
                .header("Authorization", "Bearer " + token("half", "users:write")));
        assertThat(reply.status()).isEqualTo(201);
        assertThat(entries("who=half").at("/0/operation").asText()).isEqualTo("create-user");
        assertThat(entries("who=half").get(0).has("httpStatus")).isFalse();
    }

    @Test
    void aNameIsKeptWithoutWhatBelongsIntoNone() {
        api.send(post("/api/users", "{}").header("Authorization", "Bearer " + token("a\u0000b\nc", "users:write")));
        assertThat(entries("who=abc").size()).isEqualTo(1);
    }

    @Test
    void findsCallsByWhatIsAsked() {
        api.send(post("/api/users", "{}").header("Authorization", "Bearer " + token("seeker", "users:write")));
        assertThat(entries("who=seeker&operation=create-user").size()).isEqualTo(1);
        assertThat(entries("who=seeker&operation=send-sms").size()).isZero();
        assertThat(entries("who=seeker&since=2026-01-02T03:04:06Z").size()).isZero();
        assertThat(entries("who=seeker&until=2026-01-02T03:04:06Z").size()).isEqualTo(1);
        assertThat(api.get("/api/audit?cursor=bm9uZQ", "admin").field()).isEqualTo("cursor");
        assertThat(api.get("/api/audit?who=a%00b", "admin").field()).isEqualTo("who");
    }

    private JsonNode entries(String query) {
        return api.get("/api/audit?limit=100&" + query, "admin").json().get("items");
    }

    private HttpRequest.Builder post(String path, String body) {
        return api.request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }

    private static String token(String who, String scope) {
        return ApiClient.token(
                ApiClient.SECRET,
                new JWTClaimsSet.Builder()
                        .subject(who)
                        .claim("scope", scope)
                        .expirationTime(new Date(System.currentTimeMillis() + 60_000))
                        .build());
    }
}
