package io.bactrian.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.api.ApiClient.Reply;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ApiTest
@ExtendWith(OutputCaptureExtension.class)
class RefusalTests {

    @Autowired
    private ApiClient api;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "400 | body        | {'to': '+15005550006'}",
                "400 | body        | {'to': '+15005550006', 'body': ''}",
                "400 | body        | {'to': '+15005550006', 'body': 15005550006}",
                "400 | to          | {'to': '15005550006 call me', 'body': 'x'}",
                "400 | priority    | {'to': '+15005550006', 'body': 'x', 'priority': '15005550006'}",
                "400 | colour      | {'to': '+15005550006', 'body': 'x', 'colour': 'red'}",
                "400 | (unknown)   | {'to': '+15005550006', 'body': 'x', '+15005550006': 'red'}",
                "400 | mediaUrl    | {'to': '+15005550006', 'body': 'x', 'mediaUrl': 'file:///15005550006'}",
                "400 | from        | {'to': '+15005550006', 'body': 'x', 'from': 'no/15005550006'}",
                "400 | sendAt      | {'to': '+15005550006', 'body': 'x', 'sendAt': '15005550006'}",
                "422 | sendAt      | {'to': '+15005550006', 'body': 'x', 'sendAt': '2026-02-30T09:00:00Z'}",
                "422 | sendAt      | {'to': '+15005550006', 'body': 'x', 'sendAt': '2026-01-05T09:00:00'}",
                "422 | sendAt      | {'to': '+15005550006', 'body': 'x', 'sendAt': '2026-01-05T09:00[Mars/Base]'}",
                "422 | sendAt      | {'to': '+15005550006', 'body': 'x', 'sendAt': '2026-01-05T09:00+05:00[Europe/Oslo]'}",
                "422 | sendAt      | {'to': '+15005550006', 'body': 'x', 'sendAt': '2025-12-31T09:00:00Z'}",
                "422 | sendAt      | {'to': '+15005550006', 'body': 'x', 'sendAt': '2029-01-01T09:00:00Z'}",
                "422 | timeZone    | {'to': '+15005550006', 'body': 'x', 'timeZone': 'Mars/Base'}",
                "422 | timeZone    | {'to': '+15005550006', 'body': 'x', 'sendAt': '2026-01-05T09:00', 'timeZone': 'recipient'}",
                "400 | timeZone    | {'to': '+15005550006', 'body': 'x', 'timeZone': '15005550006!'}",
                "400 | validFor    | {'to': '+15005550006', 'body': 'x', 'validFor': 0}",
                "400 | validFor    | {'to': '+15005550006', 'body': 'x', 'validFor': 'P1M'}",
                "400 | validFor    | {'to': '+15005550006', 'body': 'x', 'validFor': 1.5}",
                "422 | validFor    | {'to': '+15005550006', 'body': 'x', 'validFor': 'PT0S'}",
                "422 | validFor    | {'to': '+15005550006', 'body': 'x', 'validFor': 'P31D'}",
                "422 | validFor    | {'to': '+4722334455', 'body': 'x', 'validFor': 3600, 'quietHours': true}",
                "400 | quietHours  | {'to': '+15005550006', 'body': 'x', 'quietHours': 'yes'}",
                "400 | (body)      | ['15005550006']",
                "422 | to          | {'body': 'x'}",
                "422 | to          | {'to': '50055', 'body': 'x'}",
                "422 | to          | {'to': '+1500555', 'body': 'x'}",
                "422 | to          | {'to': '5550006', 'body': 'x'}",
                "422 | userId      | {'to': '+15005550006', 'userId': '1', 'body': 'x'}",
                "422 | userId      | {'userId': '9999999', 'body': 'x'}",
                "422 | body        | {'to': '+15005550006', 'body': 'a\\u0000b'}",
                "422 | body        | {'to': '+15005550006', 'body': 'a\\ud83d'}",
            })
    void namesTheFieldAndRepeatsNothing(int status, String field, String body) {
        Reply reply = send(body.replace('\'', '"'));
        assertProblem(reply, status);
        assertThat(reply.field()).isEqualTo(field);
        assertThat(reply.json().at("/errors/0/message").asText()).isNotBlank();
        assertThat(reply.raw().body()).doesNotContain("5550006").doesNotContain("call me");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"to\": \"+15005550006\", \"body\": \"x\"} {}",
                "{\"body\": \"a\", \"body\": \"b\"}",
                "nul"
            })
    void refusesWhatIsNotOneJsonValue(String body) {
        Reply reply = send(body);
        assertProblem(reply, 400);
        assertThat(reply.json().get("detail").asText()).isEqualTo("The body is not well-formed JSON.");
    }

    @Test
    void refusesABodyThatIsNotUtf8() {
        byte[] latin1 = "{\"to\": \"+15005550006\", \"body\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertProblem(post("/api/sms/send", "application/json", BodyPublishers.ofByteArray(latin1)), 400);
    }

    @ParameterizedTest
    @CsvSource({
        "limit,  /api/users?limit=0",
        "limit,  /api/users?limit=101",
        "limit,  /api/users?limit=ten",
        "limit,  /api/users?limit=1&limit=2",
        "cursor, /api/users?cursor=nonsense",
        "colour, /api/users?colour=red",
        "since,  /api/messages/outgoing?since=yesterday",
        "status, /api/messages/outgoing?status=lost",
        "id,     /api/sms/status/%2B15005550006",
    })
    void namesTheParameter(String field, String path) {
        Reply reply = api.get(path, "sms:read users:read");
        assertProblem(reply, 400);
        assertThat(reply.field()).isEqualTo(field);
        assertThat(reply.raw().body()).doesNotContain("5550006");
    }

    @Test
    void refusesALargeBodyWhetherItsLengthIsToldOrNot() {
        byte[] large = new byte[1024 * 1024 + 1];
        assertProblem(post("/api/sms/send", "application/json", BodyPublishers.ofByteArray(large)), 413);
        var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));
        assertProblem(post("/api/sms/send", "application/json", chunked), 413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/json; charset=utf-16",
                "nonsense"
            })
    void refusesWhatIsNotJson(String type) {
        assertProblem(post("/api/sms/send", type, BodyPublishers.ofString("a=b")), 415);
    }

    @Test
    void saysWhatCanBeDoneWhereSomethingElseWasTried() {
        Reply reply = api.json("DELETE", "/api/users", "users:write", "");
        assertProblem(reply, 405);
        assertThat(reply.header("Allow")).contains("GET").contains("POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nothing", "/api/users/", "/api/sms/status/msg-unknown", "/api/users/1/2"})
    void knowsNothingElse(String path) {
        assertProblem(api.get(path, "sms:read users:read"), 404);
    }

    @Test
    void answersAProblemEvenWhereTheFirewallRefuses() {
        assertProblem(api.get("/api/users;a=b", "users:read"), 400);
    }

    @Test
    void refusesWhatABrowserSendsForAnotherSite() {
        Reply reply = api.send(ApiClient.as(api.request("/api/dead-letters/letter-0/replay"), "ops")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(BodyPublishers.noBody()));
        assertProblem(reply, 403);
    }

    @Test
    void keepsAnInnerFailureToItself(CapturedOutput output) {
        Reply reply = send("{\"to\": \"%s\", \"body\": \"secret words\"}".formatted(WorldAround.BROKEN));
        assertProblem(reply, 500);
        assertThat(reply.raw().body()).doesNotContain("Exception").doesNotContain("555");
        assertThat(output).contains("The call send-sms failed: io.bactrian.domain.StoreException");
        assertThat(output).doesNotContain("secret words");
    }

    private Reply send(String body) {
        return api.json("POST", "/api/sms/send", "sms:send", body);
    }

    private Reply post(String path, String type, java.net.http.HttpRequest.BodyPublisher body) {
        return api.send(ApiClient.as(api.request(path), "sms:send")
                .header("Content-Type", type)
                .POST(body));
    }

    private static void assertProblem(Reply reply, int status) {
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.json().get("type").asText()).isEqualTo("about:blank");
        assertThat(reply.json().get("title").asText()).isNotBlank();
        assertThat(reply.json().get("status").asInt()).isEqualTo(status);
        assertThat(reply.json().get("detail").asText()).isNotBlank();
    }
}
