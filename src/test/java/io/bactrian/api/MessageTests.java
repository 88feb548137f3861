package io.bactrian.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.bactrian.api.ApiClient.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApiTest
class MessageTests {

    @Autowired
    private ApiClient api;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void clear() {
        for (String table : List.of("communications", "attempts", "delivery_reports")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    @Test
    void showsWhatCameIn() {
        incoming("SM1", "default");
        JsonNode item = api.get("/api/messages/incoming", "sms:read").json().at("/items/0");
        assertThat(item.get("messageSid").asText()).isEqualTo("SM1");
        assertThat(item.get("phoneNumber").asText()).isEqualTo("+1•••••••006");
        assertThat(item.get("to").asText()).isEqualTo("+1•••••••009");
        assertThat(item.get("messageContent").asText()).isEqualTo("hello");
        assertThat(item.get("isRegistered").asBoolean()).isTrue();
        assertThat(item.get("responseSent").asBoolean()).isFalse();
        assertThat(item.get("channel").asText()).isEqualTo("mms");
        assertThat(item.at("/media/0/contentType").asText()).isEqualTo("image/png");
        assertThat(item.has("registered")).isFalse();
    }

    @Test
    void showsWhatWentOut() {
        outgoing("msg-1", "queued", "api");
        outgoing("msg-2", "sent", "acknowledgment");
        assertThat(ids("/api/messages/outgoing")).containsExactly("msg-2", "msg-1");
        assertThat(ids("/api/messages/outgoing?status=queued")).containsExactly("msg-1");
        assertThat(ids("/api/messages/outgoing?kind=acknowledgment")).containsExactly("msg-2");
        assertThat(ids("/api/messages/outgoing?since=2026-01-02T00:00:00Z")).isEmpty();
        assertThat(ids("/api/messages/outgoing?until=2026-01-02T00:00:00%2B00:00"))
                .hasSize(2);
        JsonNode item = api.get("/api/messages/outgoing", "sms:read").json().at("/items/0");
        assertThat(item.get("phoneNumber").asText()).isEqualTo("+1•••••••006");
        assertThat(item.get("priority").asText()).isEqualTo("high");
        assertThat(item.has("leaseOwner")).isFalse();
        assertThat(item.has("priorityRank")).isFalse();
    }

    @Test
    void staysOnItsPageWhileNewMessagesCome() {
        for (int number = 1; number <= 5; number++) {
            incoming("SM" + number, "default");
        }
        List<String> seen = new ArrayList<>();
        JsonNode page = api.get("/api/messages/incoming?limit=2", "sms:read").json();
        while (true) {
            page.get("items").forEach(item -> seen.add(item.get("messageSid").asText()));
            incoming("SM-late-" + seen.size(), "default");
            if (!page.has("nextCursor")) {
                break;
            }
            String cursor = page.get("nextCursor").asText();
            page = api.get("/api/messages/incoming?limit=2&cursor=" + cursor, "sms:read")
                    .json();
        }
        assertThat(seen).containsExactly("SM5", "SM4", "SM3", "SM2", "SM1");
    }

    @Test
    void showsATenantItsOwnMessagesOnly() {
        incoming("SM1", "default");
        incoming("SM2", "other");
        outgoing("msg-1", "queued", "api");
        assertThat(ids("/api/messages/incoming")).containsExactly("SM1");
        Reply other = api.send(api.request("/api/messages/incoming")
                .header("Authorization", "Bearer " + ApiClient.token("sms:read", "other")));
        assertThat(other.json().get("items")).hasSize(1);
        assertThat(other.json().at("/items/0/messageSid").asText()).isEqualTo("SM2");
        Reply status = api.send(api.request("/api/sms/status/msg-1")
                .header("Authorization", "Bearer " + ApiClient.token("sms:read", "other")));
        assertThat(status.status()).isEqualTo(404);
    }

    @Test
    void tellsHowAMessageGotWhereItIs() {
        outgoing("msg-1", "delivered", "api");
        jdbc.sql(
                        """
                insert into attempts (message_id, number, owner, started_at, ended_at, result, provider, provider_message_id)
                values ('msg-1', 1, 'me', timestamp with time zone '2026-01-01 00:00:01+00',
                        timestamp with time zone '2026-01-01 00:00:02+00', 'accepted', 'simulator', 'SM9')""")
                .update();
        jdbc.sql(
                        """
                insert into delivery_reports (message_id, provider, provider_message_id, provider_status, error_code,
                                              received_at) values ('msg-1', 'simulator', 'SM9', 'delivered', '',
                        timestamp with time zone '2026-01-01 00:00:03+00')""")
                .update();
        JsonNode state = api.get("/api/sms/status/msg-1", "sms:read").json();
        assertThat(state.get("status").asText()).isEqualTo("delivered");
        assertThat(state.get("to").asText()).isEqualTo("+1•••••••006");
        assertThat(state.get("queuedAt").asText()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(state.get("history").findValuesAsText("event")).containsExactly("queued", "attempt", "report");
        assertThat(state.at("/history/1/result").asText()).isEqualTo("accepted");
        assertThat(state.at("/history/2/providerStatus").asText()).isEqualTo("delivered");
        assertThat(state.toString()).doesNotContain("5550006").doesNotContain("hello");
    }

    @Test
    void showsWhatAwaitsADecision() {
        outgoing("msg-1", "sending", "api");
        undecided("msg-2");
        assertThat(ids("/api/messages/outgoing?awaitsDecision=true")).containsExactly("msg-2");
        assertThat(ids("/api/messages/outgoing?status=sending&awaitsDecision=false"))
                .containsExactly("msg-1");
        assertThat(api.get("/api/messages/outgoing", "sms:read")
                        .json()
                        .at("/items/0/awaitsDecision")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void anOperatorSaysThatAMessageWasSent() {
        undecided("msg-1");
        JsonNode state = decide("msg-1", true).json();
        assertThat(state.get("status").asText()).isEqualTo("sent");
        assertThat(state.get("awaitsDecision").asBoolean()).isFalse();
        assertThat(state.at("/history/1/result").asText()).isEqualTo("accepted");
        assertThat(state.at("/history/1/providerMessageId").isMissingNode()).isTrue();
        assertThat(decide("msg-1", false).status()).isEqualTo(409);
    }

    @Test
    void whatAnOperatorSaysWasNotSentIsSentAgain() {
        undecided("msg-1");
        Reply reply = decide("msg-1", false);
        assertThat(reply.json().at("/history/1/result").asText()).isEqualTo("not-sent");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(WorldAround.stored(jdbc, "msg-1"))
                .containsEntry("status", "sent")
                .containsEntry("attempts", 2)
                .containsEntry("refusals", 0));
    }

    @Test
    void nobodyDecidesAboutAMessageThatAwaitsNoneOrIsAnothers() {
        outgoing("msg-1", "sending", "api");
        assertThat(decide("msg-1", true).status()).isEqualTo(409);
        assertThat(decide("nobody", true).status()).isEqualTo(404);
        assertThat(WorldAround.stored(jdbc, "msg-1")).containsEntry("status", "sending");
    }

    @Test
    void whoeverRunsTheGatewayDecidesForEveryTenant() {
        undecided("msg-1");
        undecided("msg-2");
        jdbc.sql("update communications set tenant = 'acme' where message_id = 'msg-1'")
                .update();
        JsonNode page = api.get("/api/decisions", "ops").json();
        assertThat(page.get("items").findValuesAsText("id")).containsExactly("msg-2", "msg-1");
        assertThat(page.at("/items/1/tenant").asText()).isEqualTo("acme");
        assertThat(page.toString()).doesNotContain("5550006").doesNotContain("hello");
        assertThat(decide("msg-1", true).json().get("status").asText()).isEqualTo("sent");
        assertThat(api.get("/api/decisions", "ops").json().get("items").findValuesAsText("id"))
                .containsExactly("msg-2");
        assertThat(api.get("/api/decisions", "sms:read").status()).isEqualTo(403);
    }

    private Reply decide(String id, boolean sent) {
        return api.json("POST", "/api/messages/" + id + "/decision", "ops", "{\"sent\":" + sent + "}");
    }

    private void undecided(String id) {
        outgoing(id, "sending", "api");
        jdbc.sql("update communications set awaits_decision = true, attempts = 1 where message_id = ?")
                .param(id)
                .update();
        jdbc.sql("insert into attempts (message_id, number, owner, started_at)"
                        + " values (?, 1, 'me', timestamp with time zone '2026-01-01 00:00:01+00')")
                .param(id)
                .update();
    }

    private List<String> ids(String path) {
        List<String> ids = new ArrayList<>();
        for (JsonNode item : api.get(path, "sms:read").json().get("items")) {
            ids.add(item.path("id").asText(item.path("messageSid").asText()));
        }
        return ids;
    }

    private void incoming(String sid, String tenant) {
        jdbc.sql(
                        """
                insert into communications (direction, message_id, from_number, to_number, content, status, tenant,
                                            channel, media, is_registered, response_sent)
                values ('inbound', ?, '+15005550006', '+15005550009', 'hello', 'received', ?, 'mms',
                        '[{"url":"https://example.org/a","contentType":"image/png"}]', true, false)""")
                .params(sid, tenant)
                .update();
    }

    private void outgoing(String id, String status, String kind) {
        jdbc.sql(
                        """
                insert into communications (direction, message_id, from_number, to_number, content, status, kind,
                                            priority, channel, created_at, lease_owner)
                values ('outbound', ?, '+15005550009', '+15005550006', 'hello', ?, ?, 1, 'sms',
                        timestamp with time zone '2026-01-01 00:00:00+00', 'me')""")
                .params(id, status, kind)
                .update();
    }
}
