package io.bactrian.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bactrian.api.ApiClient.Reply;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What operators do at the desk, through the API. */
@ApiTest
class DeskTests {

    private static final String TENANT = "desk";
    private static final String WHO = "+12025550141";
    private static final OffsetDateTime THEN = OffsetDateTime.parse("2026-01-02T02:00:00Z");

    @Autowired
    private ApiClient api;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void somebodyTexted() {
        for (String table :
                new String[] {"communications", "users", "conversations", "canned_replies", "user_groups", "batches"}) {
            jdbc.sql("delete from " + table + " where tenant = '" + TENANT + "'")
                    .update();
        }
        jdbc.sql(
                        """
                insert into communications (direction, message_id, from_number, content, status, channel, media,
                                            is_registered, response_sent, created_at, tenant)
                values ('inbound', 'SMdesk', ?, '=1+1 Hello', 'received', 'sms', '[]', false, false, ?, ?)""")
                .params(WHO, THEN, TENANT)
                .update();
    }

    @Test
    void aStrangerIsAnsweredByTheIdOfTheConversation() {
        JsonNode stranger = get("/api/conversations").json().at("/items/0");
        assertThat(stranger.get("phoneNumber").asText()).isEqualTo("+1•••••••141");
        assertThat(stranger.get("unread").asInt()).isOne();
        assertThat(stranger.has("name")).isFalse();
        assertThat(stranger.at("/lastMessage/incoming/messageSid").asText()).isEqualTo("SMdesk");
        String id = stranger.get("id").asText();
        assertThat(json("POST", "/api/conversations/find", "{\"messageId\": \"SMdesk\"}")
                        .json()
                        .get("id")
                        .asText())
                .isEqualTo(id);
        Reply sent = json("POST", "/api/sms/send", "{\"conversationId\": \"" + id + "\", \"body\": \"Good day\"}");
        assertThat(sent.status()).isIn(200, 202);
        JsonNode thread = get("/api/conversations/" + id + "/messages").json().get("items");
        assertThat(thread).hasSize(2);
        assertThat(thread.at("/0/outgoing/messageContent").asText()).isEqualTo("Good day");
        assertThat(json("POST", "/api/sms/send", "{\"conversationId\": \"conv-none\", \"body\": \"Good day\"}")
                        .field())
                .isEqualTo("conversationId");
    }

    @Test
    void aConversationSaysWhoItIsWithAndHidesNothingBehindAnAcknowledgment() {
        jdbc.sql("insert into users (phone_number, name, status, tenant, created_at) values (?, 'Kim', 'active', ?, ?)")
                .params(WHO, TENANT, THEN)
                .update();
        jdbc.sql(
                        """
                insert into communications (direction, message_id, to_number, content, status, channel, media, kind,
                                            priority, created_at, tenant)
                values ('outbound', 'ack-SMdesk', ?, 'Thank you', 'sent', 'sms', '[]', 'acknowledgment', 1, ?, ?)""")
                .params(WHO, THEN.plusSeconds(1), TENANT)
                .update();
        JsonNode known = get("/api/conversations").json().at("/items/0");
        assertThat(known.get("name").asText()).isEqualTo("Kim");
        assertThat(known.get("optedOut").asBoolean()).isFalse();
        assertThat(known.at("/lastMessage/incoming/messageSid").asText()).isEqualTo("SMdesk");
        assertThat(OffsetDateTime.parse(known.get("lastMessageAt").asText())).isEqualTo(THEN.plusSeconds(1));
        String id = known.get("id").asText();
        JsonNode priced = json("POST", "/api/sms/preview", "{\"conversationId\": \"" + id + "\", \"body\": \"Hello\"}")
                .json();
        assertThat(priced.has("estimatedCost")).isTrue();
    }

    @Test
    void anOperatorSeesToAConversation() {
        String id = get("/api/conversations").json().at("/items/0/id").asText();
        String path = "/api/conversations/" + id;
        JsonNode after = json("PATCH", path, "{\"state\": \"closed\", \"assignee\": \"kim\", \"read\": true}")
                .json();
        assertThat(after.get("state").asText()).isEqualTo("closed");
        assertThat(after.get("unread").asInt()).isZero();
        assertThat(json("POST", path + "/notes", "{\"text\": \"Call back\"}").status())
                .isEqualTo(201);
        JsonNode details = get(path).json();
        assertThat(details.get("events").findValuesAsText("what")).containsExactly("noted", "closed", "assigned");
        assertThat(details.at("/events/0/who").asText()).isEqualTo("tester");
        assertThat(get("/api/conversations?open=true").json().get("items")).isEmpty();
        assertThat(get("/api/conversations?assignee=kim").json().get("items")).hasSize(1);
        assertThat(get("/api/conversations?unread=true").json().get("items")).isEmpty();
    }

    @Test
    void aFailedMessageIsSentOnceMoreAndNotTwice() {
        outgoing("msg-broken", "failed");
        outgoing("msg-fine", "delivered");
        Reply again = json("POST", "/api/messages/msg-broken/retry", "");
        assertThat(again.status()).isIn(200, 202);
        assertThat(again.json().get("id").asText()).isEqualTo("msg-broken-again-1");
        json("POST", "/api/messages/msg-broken/retry", "");
        assertThat(jdbc.sql("select count(*) from communications where message_id like 'msg-broken-again%'")
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(json("POST", "/api/messages/msg-fine/retry", "").status()).isEqualTo(409);
        assertThat(json("POST", "/api/messages/msg-none/retry", "").status()).isEqualTo(404);
    }

    @Test
    void exportsListsWithoutNumbersAndFormulas() {
        outgoing("msg-fine", "delivered");
        Reply in = api.send(as("/api/messages/incoming").header("Accept", "text/csv"));
        assertThat(in.header("Content-Type")).startsWith("text/csv");
        assertThat(in.raw().body()).contains("'=1+1 Hello", "SMdesk").doesNotContain("2025550141");
        Reply out = api.send(as("/api/messages/outgoing").header("Accept", "text/csv"));
        assertThat(out.raw().body()).contains("msg-fine", "•").doesNotContain("2025550141");
    }

    @Test
    void looksForMessagesInBothDirections() {
        outgoing("msg-fine", "delivered");
        JsonNode both = json("POST", "/api/messages/search", "{\"text\": \"HELLO\", \"order\": \"oldest\"}")
                .json();
        assertThat(both.at("/items/0/incoming/messageSid").asText()).isEqualTo("SMdesk");
        assertThat(both.at("/items/1/outgoing/id").asText()).isEqualTo("msg-fine");
        assertThat(json("POST", "/api/messages/search", "{\"status\": \"delivered\"}")
                        .json()
                        .get("items"))
                .hasSize(1);
        assertThat(json("POST", "/api/messages/search", "{\"cursor\": \"abc\"}").field())
                .isEqualTo("cursor");
    }

    @Test
    void bringsInATableAsSpreadsheetsSaveIt() {
        String table = "\\uFEFFPhoneNumber;Name;Shoe size\\r\\n'+1 202 555 0142;Änne;38\\r\\n12;Bob;\\r\\n"
                + "+12025550142;Twice;\\r\\n\\\"+12025550143\\\";\\\"Cid; the third\\\";\\r\\n";
        String body = "{\"csv\": \"" + table + "\", \"dryRun\": %s}";
        Reply dry = json("POST", "/api/users/import", body.formatted("true"));
        assertThat(dry.json().get("created").asInt()).isEqualTo(2);
        assertThat(get("/api/users").json().get("items")).isEmpty();
        Reply done = json("POST", "/api/users/import", body.formatted("false"));
        assertThat(done.json().get("created").asInt()).isEqualTo(2);
        assertThat(done.json().at("/rejected/0/line").asInt()).isEqualTo(3);
        assertThat(done.json().get("rejected")).hasSize(2);
        assertThat(done.raw().body()).doesNotContain("0142");
        assertThat(json("POST", "/api/users/import", body.formatted("false"))
                        .json()
                        .get("known")
                        .asInt())
                .isEqualTo(2);
        assertThat(get("/api/users?search=%C3%A4n").json().at("/items/0/name").asText())
                .isEqualTo("Änne");
        assertThat(json("POST", "/api/users/import", "{\"csv\": \"name\\nAnn\\n\"}")
                        .field())
                .isEqualTo("csv");
    }

    @Test
    void keepsCannedReplies() {
        Reply made = json("POST", "/api/replies", "{\"name\": \"Hours\", \"text\": \"Nine to five\"}");
        assertThat(made.status()).isEqualTo(201);
        String path = made.header("Location");
        assertThat(json("POST", "/api/replies", "{\"name\": \"Hours\", \"text\": \"x\"}")
                        .status())
                .isEqualTo(409);
        assertThat(json("PUT", path, "{\"name\": \"Hours\", \"text\": \"Ten to four\"}")
                        .json()
                        .get("changedBy")
                        .asText())
                .isEqualTo("tester");
        assertThat(get("/api/replies").json().at("/items/0/text").asText()).isEqualTo("Ten to four");
        assertThat(json("DELETE", path, "").status()).isEqualTo(204);
        assertThat(json("DELETE", path, "").status()).isEqualTo(404);
    }

    @Test
    void aGroupIsTextedAsOneBatch() {
        Reply made = json("POST", "/api/groups", "{\"name\": \"Night shift\"}");
        assertThat(made.status()).isEqualTo(201);
        String group = made.header("Location");
        assertThat(json("POST", "/api/groups", "{\"name\": \"Night shift\"}").status())
                .isEqualTo(409);
        assertThat(json("POST", group + "/send", "{\"body\": \"Hello\"}").status())
                .isEqualTo(409);
        for (String number : new String[] {"+12025550144", "+12025550145"}) {
            String user = json("POST", "/api/users", "{\"phoneNumber\": \"" + number + "\"}")
                    .json()
                    .get("id")
                    .asText();
            assertThat(json("PUT", group + "/members/" + user, "").status()).isEqualTo(204);
        }
        assertThat(json("PUT", group + "/members/none", "").status()).isEqualTo(404);
        JsonNode first = get(group + "/members?limit=1").json();
        String second = get(group + "/members?limit=1&cursor="
                        + first.get("nextCursor").asText())
                .raw()
                .body();
        assertThat(first.at("/items/0/phoneNumber").asText()).isEqualTo("+1•••••••144");
        assertThat(second).contains("+1•••••••145").doesNotContain("nextCursor");
        Reply sent = json("POST", group + "/send", "{\"body\": \"Hello\", \"priority\": \"high\"}");
        assertThat(sent.status()).isEqualTo(202);
        assertThat(sent.json().get("accepted").asInt()).isEqualTo(2);
        String batch = sent.json().get("batchId").asText();
        assertThat(get("/api/sms/batches").json().at("/items/0/batchId").asText())
                .isEqualTo(batch);
        assertThat(get("/api/messages/outgoing?batchId=" + batch)
                        .json()
                        .get("items")
                        .findValuesAsText("priority"))
                .containsExactly("high", "high");
        String left = first.at("/items/0/id").asText();
        assertThat(json("DELETE", group + "/members/" + left, "").status()).isEqualTo(204);
        assertThat(get("/api/groups?userId=" + left).json().get("items")).isEmpty();
        assertThat(json("PATCH", group, "{\"name\": \"Early shift\"}")
                        .json()
                        .get("members")
                        .asInt())
                .isOne();
        assertThat(json("DELETE", group, "").status()).isEqualTo(204);
        assertThat(get(group + "/members").status()).isEqualTo(404);
    }

    private void outgoing(String id, String status) {
        jdbc.sql("delete from communications where message_id like '" + id + "%'")
                .update();
        jdbc.sql(
                        """
                insert into communications (direction, message_id, to_number, content, status, kind, priority, channel,
                                            media, created_at, tenant)
                values ('outbound', ?, ?, 'Hello again', ?, 'api', 2, 'sms', '[]', ?, ?)""")
                .params(id, WHO, status, THEN.plusMinutes(5), TENANT)
                .update();
    }

    private java.net.http.HttpRequest.Builder as(String path) {
        return ApiClient.as(api.request(path), ApiClient.ALL_SCOPES, TENANT);
    }

    private Reply get(String path) {
        return api.send(as(path));
    }

    private Reply json(String method, String path, String body) {
        var request = as(path);
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return api.send(request.method(method, java.net.http.HttpRequest.BodyPublishers.ofString(body)));
    }
}
