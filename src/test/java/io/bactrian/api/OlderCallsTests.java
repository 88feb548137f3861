package io.bactrian.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bactrian.api.ApiClient.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A program that was written for an older gateway has to change the host and nothing else. */
@ApiTest
class OlderCallsTests {

    @Autowired
    private ApiClient api;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/send              | {'phoneNumber': '+15005550106', 'messageContent': 'one'}",
                "/api/real/sms/send | {'phoneNumber': '+15005550106', 'messageContent': 'one'}",
                "/api/real/sms/send | {'to': '+15005550106', 'message': 'one'}",
                "/api/real/sms/send | {'to': '+15005550106', 'body': 'one', 'priority': 'high'}",
            })
    void sendsAndAnswersAsTheCallOfTodayDoes(String path, String body) {
        Reply reply = post(path, body);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(reply.json().get("status").asText()).isEqualTo("sent");
        assertThat(WorldAround.stored(jdbc, reply.json().get("id").asText()))
                .containsEntry("to_number", WorldAround.TAKEN)
                .containsEntry("status", "sent")
                .containsEntry("content", "one");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/send              | 400 | messageContent | {'phoneNumber': '+15005550106'}",
                "/send              | 400 | phoneNumber    | {'phoneNumber': 'no/15005550106', 'messageContent': 'x'}",
                "/send              | 400 | to             | {'to': '+15005550106', 'phoneNumber': '+15005550106', 'messageContent': 'x'}",
                "/send              | 422 | to             | {'phoneNumber': '50055', 'messageContent': 'x'}",
                "/send              | 422 | to             | {'phoneNumber': '+15005550104', 'messageContent': 'x'}",
                "/api/real/sms/send | 400 | messageContent | {'to': '+15005550106'}",
                "/api/real/sms/send | 400 | message        | {'to': '+15005550106', 'message': 'a', 'body': 'b'}",
                "/api/real/sms/send | 400 | phoneNumber    | {'to': '+15005550106', 'phoneNumber': '+15005550106', 'body': 'b'}",
                "/api/real/sms/send | 400 | colour         | {'to': '+15005550106', 'body': 'b', 'colour': 'red'}",
                "/api/real/sms/send | 422 | to             | {'body': 'b'}",
                "/api/real/sms/bulk | 400 | messages       | {}",
            })
    void refusesAsTheCallOfTodayDoes(String path, int status, String field, String body) {
        Reply reply = post(path, body);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.field()).isEqualTo(field);
        assertThat(reply.raw().body()).doesNotContain("5550106");
    }

    @Test
    void tellsWhichRowsOfManyAreNone() {
        Reply reply = post(
                "/api/real/sms/bulk",
                "{'messages': [{'to': '+15005550106', 'message': 'a'}, {'phoneNumber': '+15005550106',"
                        + " 'messageContent': 'b'}, {'to': '+15005550106'}, 7, {'to': '+15005550106', 'body': 'c',"
                        + " 'message': 'd'}, {'to': '50055', 'body': 'e'}]}");
        assertThat(reply.status()).as(reply.toString()).isEqualTo(202);
        assertThat(reply.json().get("accepted").asInt()).isEqualTo(2);
        assertThat(reply.json().get("rejected").findValuesAsText("index")).containsExactly("2", "3", "4", "5");
        assertThat(reply.json().get("rejected").findValuesAsText("field"))
                .containsExactly("messageContent", "(row)", "message", "to");
    }

    @Test
    void aRepeatUnderTheSameKeyGetsTheFirstAnswer() {
        String body = "{'phoneNumber': '+15005550106', 'messageContent': 'once'}";
        Reply first = post("/send", body, "older-key");
        Reply second = post("/send", body, "older-key");
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.json()).isEqualTo(first.json());
    }

    @Test
    void listsWhatCameIn() {
        api.send(api.request("/simulator/incoming")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("Body=older+list&From=%2B15005550199&MessageSid=SM" + "4".repeat(32))));
        JsonNode page = api.get("/messages/in?limit=100", "sms:read").json();
        assertThat(page.get("items").findValuesAsText("messageContent")).contains("older list");
        assertThat(page.get("items").findValuesAsText("phoneNumber")).contains("+1•••••••199");
        assertThat(api.get("/messages/in?cursor=bm9uZQ", "sms:read").field()).isEqualTo("cursor");
        assertThat(api.get("/messages/in/x", "sms:read").status()).isEqualTo(404);
    }

    private Reply post(String path, String body) {
        return api.json("POST", path, "sms:send", body.replace('\'', '"'));
    }

    private Reply post(String path, String body, String key) {
        return api.send(ApiClient.as(api.request(path), "sms:send")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body.replace('\'', '"'))));
    }
}
