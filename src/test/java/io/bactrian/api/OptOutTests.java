package io.bactrian.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bactrian.api.ApiClient.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApiTest
class OptOutTests {

    private static final String PATH = "/api/opt-outs";
    private static final String IMPORT = "/api/opt-outs/import";
    private static final String NUMBER = "+12025550151";

    @Autowired
    private ApiClient api;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void clear() {
        jdbc.sql("delete from opt_outs where phone_number like '+1202%'").update();
        jdbc.sql("delete from opt_out_changes where phone_number like '+1202%'").update();
    }

    @Test
    void whoOptedOutOfANumberIsStillTextedFromOthers() {
        put("'sender': '+15005550006', 'reason': 'Said so on the phone.'");
        Reply refused = send("");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("errorCode").asText()).isEqualTo("21610");
        assertThat(send(", 'from': '+15005550006'").status()).isEqualTo(422);
        assertThat(send(", 'from': '+15005550026'").status()).isLessThan(300);
        Reply bulk = post(
                "/api/sms/bulk",
                "{'messages': [{'to': '%s', 'body': 'x'}, {'to': '%s', 'body': 'y', 'from': '+15005550026'}]}"
                        .formatted(NUMBER, NUMBER));
        assertThat(bulk.json().get("accepted").asInt()).isEqualTo(1);
        assertThat(bulk.json().at("/rejected/0/errorCode").asText()).isEqualTo("21610");
    }

    @Test
    void listsWithItsEvidenceWhatIsPutOnRecord() {
        Reply put = put("'reason': 'Asked for it in a letter.'");
        assertThat(put.status()).isEqualTo(200);
        JsonNode item = api.get(PATH + "?limit=1&status=opted-out&until=2026-02-01T00:00:00Z", "users:read")
                .json()
                .at("/items/0");
        assertThat(item).isEqualTo(put.json());
        assertThat(item.toString()).doesNotContain("5550151");
        assertThat(item.get("phoneNumber").asText()).isEqualTo("+1•••••••151");
        assertThat(item.get("status").asText()).isEqualTo("opted-out");
        assertThat(item.get("allSenders").asBoolean()).isTrue();
        assertThat(item.get("source").asText()).isEqualTo("api");
        assertThat(item.get("reason").asText()).isEqualTo("Asked for it in a letter.");
        assertThat(item.get("recordedBy").asText()).isEqualTo("tester");
        assertThat(item.get("at").asText()).isEqualTo("2026-01-02T03:04:05Z");
    }

    @Test
    void anOptOutIsLiftedWithAReasonAndTheHistoryStays() {
        put("'at': '2025-12-01T00:00:00Z'");
        assertThat(put("'status': 'opted-in'").field()).isEqualTo("reason");
        Reply lifted = put("'status': 'opted-in', 'reason': 'Signed the form again.'");
        assertThat(lifted.json().get("status").asText()).isEqualTo("opted-in");
        assertThat(send("").status()).isLessThan(300);
        assertThat(history()).isEqualTo(2);
        Reply late = put("'at': '2025-12-02T00:00:00Z'");
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.field()).isEqualTo("at");
        assertThat(history()).isEqualTo(2);
    }

    @Test
    void sayingItAgainChangesNothing() {
        put("'reason': 'first'");
        assertThat(put("'reason': 'second'").status()).isEqualTo(200);
        assertThat(history()).isEqualTo(1);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThat(post(PATH, "{}").field()).isEqualTo("phoneNumber");
        assertThat(post(PATH, "{'phoneNumber': '+1202555'}").field()).isEqualTo("phoneNumber");
        assertThat(post(PATH, "{'userId': 'nobody'}").field()).isEqualTo("userId");
        assertThat(put("'at': '2030-01-01T00:00:00Z'").field()).isEqualTo("at");
        assertThat(api.get(PATH + "?cursor=abc", "users:read").field()).isEqualTo("cursor");
        assertThat(api.get(PATH, "sms:send").status()).isEqualTo(403);
    }

    @Test
    void nobodySpeaksForTheSendersOfAnotherTenant() {
        for (String sender : new String[] {"+15005550006", "MG" + "0".repeat(32)}) {
            Reply reply = api.send(ApiClient.as(api.request(PATH), "users:write", "south")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(
                            "{\"phoneNumber\": \"%s\", \"sender\": \"%s\"}".formatted(NUMBER, sender))));
            assertThat(reply.status()).isEqualTo(422);
            assertThat(reply.field()).isEqualTo("sender");
        }
        api.send(ApiClient.as(api.request(PATH), "users:write", "south")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"phoneNumber\": \"%s\"}".formatted(NUMBER))));
        assertThat(send("").status()).as("by the default tenant").isLessThan(300);
        Reply list = api.send(ApiClient.as(api.request(PATH), "users:read", "south"));
        assertThat(list.json().get("items")).hasSize(1);
    }

    @Test
    void importsTheGoodRowsAndTellsTheOthers() {
        String rows =
                """
                {'rows': [
                  {'phoneNumber': '%s', 'at': '2025-12-01T00:00:00Z', 'reason': 'old list'},
                  {'phoneNumber': '(202) 555-0152', 'sender': '+15005550006'},
                  {'phoneNumber': '%s'},
                  {'phoneNumber': '+1202555'},
                  {'phoneNumber': 7},
                  {'phoneNumber': '+12025550153', 'status': 'opted-in'}]%s}""";
        Reply dry = post(IMPORT, rows.formatted(NUMBER, NUMBER, ", 'dryRun': true"));
        assertThat(dry.status()).isEqualTo(200);
        assertThat(history()).isZero();
        Reply done = post(IMPORT, rows.formatted(NUMBER, NUMBER, ""));
        assertThat(done.json().get("rejected")).isEqualTo(dry.json().get("rejected"));
        assertThat(done.json().get("accepted").asInt()).isEqualTo(2);
        assertThat(done.json().get("unchanged").asInt()).isEqualTo(1);
        assertThat(done.json().get("rejected").findValuesAsText("field"))
                .containsExactly("phoneNumber", "phoneNumber", "reason");
        assertThat(done.raw().body()).doesNotContain("555");
        Reply again = post(IMPORT, rows.formatted(NUMBER, NUMBER, ""));
        assertThat(again.json().get("accepted").asInt()).isZero();
        assertThat(again.json().get("unchanged").asInt()).isEqualTo(3);
        assertThat(send("").status()).isEqualTo(422);
        assertThat(history()).isEqualTo(1);
    }

    private int history() {
        return jdbc.sql("select count(*) from opt_out_changes where phone_number = ?")
                .param(NUMBER)
                .query(Integer.class)
                .single();
    }

    private Reply put(String more) {
        return post(PATH, "{'phoneNumber': '" + NUMBER + "', " + more + "}");
    }

    private Reply send(String more) {
        return post("/api/sms/send", "{'to': '%s', 'body': 'hello %d'%s}".formatted(NUMBER, System.nanoTime(), more));
    }

    private Reply post(String path, String json) {
        return api.json("POST", path, "sms:send users:write", json.replace('\'', '"'));
    }
}
