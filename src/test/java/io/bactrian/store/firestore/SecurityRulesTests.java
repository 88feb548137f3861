package io.bactrian.store.firestore;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.bactrian.Gateway;
import io.bactrian.firestore.FirestoreEmulator;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The security rules, asked as a client asks: over REST, with or without a token. */
class SecurityRulesTests {

    private static final String PROJECT = "demo-rules";
    private static final String NOBODY = null;
    private static final String STRANGER = token("{\"sub\":\"stranger\"}");
    private static final String OURS = token("{\"sub\":\"ours\",\"bactrian\":true}");
    private static final String SERVER = "owner";
    private static final int DONE = 200;
    private static final int DENIED = 403;

    @BeforeAll
    static void load() throws Exception {
        String rules = Files.readString(Path.of("deploy/firestore/firestore.rules"));
        String body = new ObjectMapper()
                .writeValueAsString(Map.of("rules", Map.of("files", List.of(Map.of("content", rules)))));
        assertThat(send("PUT", "/emulator/v1/projects/" + PROJECT + ":securityRules", NOBODY, body))
                .isEqualTo(DONE);
    }

    @BeforeEach
    void fill() {
        send("DELETE", "/emulator/v1/projects/" + PROJECT + "/databases/(default)/documents", NOBODY, "");
        for (String document :
                List.of("users/+15005550100", "incomingMessages/SM1", "outgoingMessages/m1", "optOuts/+15005550100")) {
            assertThat(write(document, SERVER, "id", "m1")).isEqualTo(DONE);
        }
    }

    @Test
    void nobodyReadsAnything() {
        for (String path : List.of(
                "users", "users/+15005550100", "incomingMessages", "incomingMessages/SM1", "outgoingMessages/m1")) {
            for (String client : new String[] {NOBODY, STRANGER, OURS}) {
                assertThat(send("GET", documents(path), client, "")).isEqualTo(DENIED);
            }
            assertThat(send("GET", documents(path), SERVER, "")).isEqualTo(DONE);
        }
    }

    @Test
    void nobodyDeletesAnything() {
        for (String path :
                List.of("users/+15005550100", "incomingMessages/SM1", "outgoingMessages/m1", "optOuts/+15005550100")) {
            for (String client : new String[] {NOBODY, STRANGER, OURS}) {
                assertThat(send("DELETE", documents(path), client, "")).isEqualTo(DENIED);
            }
        }
    }

    @Test
    void onlyWhoIsOursChangesAStatusAndNothingElse() {
        assertThat(write("outgoingMessages/m1", NOBODY, "status", "sent")).isEqualTo(DENIED);
        assertThat(write("outgoingMessages/m1", STRANGER, "status", "sent")).isEqualTo(DENIED);
        assertThat(write("outgoingMessages/m1", OURS, "status", "sent")).isEqualTo(DONE);
        assertThat(write("outgoingMessages/m1", OURS, "messageContent", "another"))
                .isEqualTo(DENIED);
        assertThat(write("outgoingMessages/m1", OURS, "phoneNumber", "+15005550199"))
                .isEqualTo(DENIED);
        assertThat(write("incomingMessages/SM1", OURS, "messageContent", "another"))
                .isEqualTo(DENIED);
    }

    @Test
    void whoIsOursLogsAMessageUnderItsOwnId() {
        assertThat(write("incomingMessages/SM2", OURS, "messageSid", "SM2")).isEqualTo(DONE);
        assertThat(write("incomingMessages/SM3", OURS, "messageSid", "SM4")).isEqualTo(DENIED);
        assertThat(write("incomingMessages/SM5", STRANGER, "messageSid", "SM5")).isEqualTo(DENIED);
    }

    @Test
    void nobodyWritesUsersAndOptOuts() {
        assertThat(write("users/+15005550101", OURS, "status", "active")).isEqualTo(DENIED);
        assertThat(write("optOuts/+15005550100", OURS, "wording", "START")).isEqualTo(DENIED);
    }

    private static int write(String document, String token, String field, String value) {
        String body = "{\"fields\":{\"" + field + "\":{\"stringValue\":\"" + value + "\"}}}";
        return send("PATCH", documents(document) + "?updateMask.fieldPaths=" + field, token, body);
    }

    private static String documents(String path) {
        return "/v1/projects/" + PROJECT + "/databases/(default)/documents/" + path;
    }

    private static int send(String method, String path, String token, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + FirestoreEmulator.host() + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return Gateway.send(request.build()).statusCode();
    }

    /** The emulator takes a token that nobody has signed. */
    private static String token(String claims) {
        return base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + base64(claims) + ".";
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
