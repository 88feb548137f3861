package io.bactrian.store;

import static io.bactrian.Gateway.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bactrian.Gateway;
import io.bactrian.firestore.FirestoreEmulator;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same day on each store: what the API then tells is the same, byte for byte, but for ids and times. */
class SameAnswersTests {

    private static final String INCOMING = "/webhooks/twilio/incoming";
    private static final String ANN = "+15005550101";
    private static final String OPERATOR = "Basic "
            + Base64.getEncoder().encodeToString("operator:a-password-of-a-test".getBytes(StandardCharsets.UTF_8));
    private static final Pattern CURSOR = Pattern.compile("\"nextCursor\":\"([^\"]+)\"");
    private static final Pattern USER = Pattern.compile("\"id\":\"([^\"]+)\",\"phoneNumber\":\"\\+1•+101\"");

    @Test
    void theApiTellsTheSameOnEachStore(@TempDir Path one, @TempDir Path two, @TempDir Path three) throws Exception {
        Map<String, String> onH2 = day(one);
        assertThat(String.join("\n", onH2.values()))
                .contains("delivered", "optedOutAt", "create-key", "read-message-form", "駱駝");
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            String url = "DATABASE_URL=" + server.getJdbcUrl("postgres", "postgres");
            assertThat(day(two, "sms.store=postgres", url, "DATABASE_USERNAME=postgres"))
                    .isEqualTo(onH2);
        }
        String[] firestore = Gateway.onFirestore();
        FirestoreEmulator.wipe();
        assertThat(day(three, firestore)).isEqualTo(onH2);
    }

    private static Map<String, String> day(Path data, String... store) {
        try (Gateway gateway = Gateway.start(data, store)) {
            happen(gateway);
            return answers(gateway);
        }
    }

    private static void happen(Gateway gateway) {
        send(gateway, "POST", "/api/users", "{\"phoneNumber\":\"" + ANN + "\",\"name\":\"Ann\"}");
        gateway.postSigned(INCOMING, text("SM" + "1".repeat(32), ANN, "hello 駱駝 \uD83D\uDC2B"));
        awaitDelivered(gateway, 1);
        Map<String, String> picture = text("MM" + "2".repeat(32), "+15005550199", "");
        picture.putAll(Map.of("NumMedia", "1", "MediaUrl0", "https://m.example/1", "MediaContentType0", "image/png"));
        gateway.postSigned(INCOMING, picture);
        send(gateway, "POST", "/api/sms/send", "{\"to\":\"" + ANN + "\",\"body\":\"Grüße\",\"priority\":\"urgent\"}");
        awaitDelivered(gateway, 2);
        gateway.postSigned(INCOMING, text("SM" + "3".repeat(32), ANN, "STOP"));
        send(gateway, "POST", "/api/keys", "{\"name\":\"shop\",\"scopes\":[\"sms:send\"],\"tenant\":\"acme\"}");
        Map<String, String> malformed = text("SM" + "4".repeat(32), ANN, "hello");
        malformed.remove("MessageSid");
        gateway.postSigned(INCOMING, malformed);
    }

    private static void awaitDelivered(Gateway gateway, int count) {
        String path = "/api/messages/outgoing?status=delivered";
        await().atMost(Duration.ofSeconds(20))
                .until(() -> send(gateway, "GET", path, "").split("\"segments\":").length == count + 1);
    }

    private static Map<String, String> answers(Gateway gateway) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String path : new String[] {
            "/api/messages/incoming",
            "/api/messages/outgoing",
            "/api/messages/outgoing?status=delivered&kind=acknowledgment",
            "/api/messages/outgoing?status=failed",
            "/api/messages/incoming?until=2000-01-01T00:00:00Z",
            "/api/messages/incoming?since=2000-01-01T00:00:00Z&limit=2",
            "/api/messages/incoming?cursor=bm9uZQ",
            "/api/sms/status/ack-SM" + "1".repeat(32),
            "/api/sms/status/nobody",
            "/api/users",
            "/api/dead-letters",
            "/api/keys",
            "/api/audit",
            "/api/audit?who=operator&operation=create-key",
            "/api/audit?until=2000-01-01T00:00:00Z"
        }) {
            answers.put(path, plain(send(gateway, "GET", path, "")));
        }
        for (String list :
                new String[] {"/api/messages/incoming", "/api/messages/outgoing", "/api/users", "/api/audit"}) {
            turnPages(gateway, list, answers);
        }
        Matcher user = USER.matcher(send(gateway, "GET", "/api/users", ""));
        assertThat(user.find()).isTrue();
        String change = "{\"name\":\"Anna\",\"status\":\"inactive\"}";
        answers.put("PATCH", plain(send(gateway, "PATCH", "/api/users/" + user.group(1), change)));
        return answers;
    }

    private static void turnPages(Gateway gateway, String list, Map<String, String> answers) {
        String path = list + "?limit=1";
        for (int page = 1; path != null; page++) {
            String answer = send(gateway, "GET", path, "");
            answers.put(list + " page " + page, plain(answer));
            Matcher cursor = CURSOR.matcher(answer);
            path = cursor.find() ? list + "?limit=1&cursor=" + cursor.group(1) : null;
        }
    }

    private static String send(Gateway gateway, String method, String path, String body) {
        var answer = Gateway.send(HttpRequest.newBuilder(URI.create(gateway.url(path)))
                .header("Authorization", OPERATOR)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build());
        return answer.statusCode() + " " + answer.body();
    }

    private static String plain(String answer) {
        return answer.replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z", "<time>")
                .replaceAll("\"(id|nextCursor|providerMessageId|target)\":\"[^\"]+\"", "\"$1\":\"<id>\"")
                .replaceAll("SM[0-9a-f]{32}(?=\")", "<sid>");
    }
}
