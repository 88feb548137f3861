package io.bactrian.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import io.bactrian.api.ApiClient.Reply;
import io.bactrian.statistics.TrafficCounter;
import io.bactrian.web.Contract;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** What one tenant has, no other sees or changes, whatever call of the contract they try. */
@ApiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = {"sms.tenants.numbers.north=+15005550016", "sms.simulator.acknowledgment-wait=10ms"})
class TenantTests {

    private static final String ALL = "sms:send sms:read users:read users:write ops admin";
    private static final String NORAS_NUMBER = "+12025550177";
    private static final String TO_NORTH = "+15005550016";
    private static final String SID = "SM" + "7".repeat(32);

    @Autowired
    private ApiClient api;

    @Autowired
    private TrafficCounter counter;

    /** What tells that an answer is about the north, by what it is. */
    private final Map<String, String> marks = new TreeMap<>();

    private String user;

    private String group;

    @BeforeAll
    void theNorthIsAtWork() {
        JsonNode nora = north("POST", "/api/users", body("phoneNumber", NORAS_NUMBER, "name", "Nora of the north"));
        user = nora.get("id").asText();
        JsonNode sent = north("POST", "/api/sms/send", body("userId", user, "body", "a text of the north"));
        JsonNode key = north("POST", "/api/keys", "{\"name\":\"a key of the north\",\"scopes\":[\"sms:send\"]}");
        group = north("POST", "/api/groups", body("name", "a group of the north"))
                .get("id")
                .asText();
        north("PUT", "/api/groups/" + group + "/members/" + user, "");
        String text = "MessageSid=" + SID + "&From=%2B12025550177&To=%2B15005550016&Body=a+word+of+the+north";
        api.send(api.request("/simulator/incoming")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(text)));
        marks.putAll(Map.of(
                "user", "Nora of the north",
                "text", "a text of the north",
                "word", "a word of the north",
                "caller", "a program of the north",
                "key's name", "a key of the north",
                "key", key.get("id").asText(),
                "message", sent.get("id").asText(),
                "incoming", SID,
                "acknowledgment", "ack-" + SID,
                "group", "a group of the north"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> north("GET", "/api/messages/outgoing?status=sent", "")
                                .get("items")
                                .size()
                        == 2);
        // What routes decide is kept a moment later; from then on, nothing of the north changes by itself.
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            String trace = north("GET", "/api/messages/" + marks.get("message") + "/trace", "")
                    .toString();
            return trace.contains("send-sms") && trace.contains("deliver-message");
        });
        counter.count();
    }

    @Test
    void theNorthSeesAllThatIsItsOwn() {
        assertThat(String.join("\n", allThatTheNorthSees())).contains(marks.values());
    }

    static Stream<Contract.Call> calls() {
        return ContractExamples.calls();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void noCallShowsOrChangesAnythingOfTheNorth(Contract.Call call) {
        List<String> before = allThatTheNorthSees();
        for (String stranger : strangers()) {
            for (String id :
                    List.of(user, marks.get("message"), marks.get("key"), SID, marks.get("acknowledgment"), group)) {
                ContractExamples.bodies(call).forEach(body -> playAsStranger(call, stranger, id, body));
            }
        }
        assertThat(allThatTheNorthSees()).isEqualTo(before);
    }

    private void playAsStranger(Contract.Call call, String stranger, String id, String body) {
        String aimed = body.replaceAll("\"userId\":\"[^\"]*\"", "\"userId\":\"" + user + "\"");
        Reply reply = ContractExamples.play(api, call, stranger, id, aimed);
        assertThat(reply.status()).isLessThan(500);
        assertThat(reply.toString())
                .as("what %s tells of the north", call.operationId())
                .doesNotContain(marks.values());
        if (call.rows() != null) {
            // A bulk call is taken, and refuses each of its rows that is aimed at somebody of the north.
            assertThat(reply.json().path("rejected").size()).isGreaterThanOrEqualTo(aimed.split("userId").length - 1);
        } else if (call.path().contains("{") || aimed.contains("userId")) {
            assertThat(reply.status()).as(call.operationId()).isBetween(400, 499);
        }
    }

    /** One of another tenant, and one of the default tenant who is no admin: an admin of that one looks after all keys. */
    private static List<String> strangers() {
        return List.of(token("south", ALL, "a program of the south"), token("default", ALL.replace(" admin", ""), "x"));
    }

    @Test
    void aNumberOfTheNorthIsFreeForTheSouth() {
        Reply reply = south("/api/users", body("phoneNumber", NORAS_NUMBER, "name", "Nora"));
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().get("tenant").asText()).isEqualTo("south");
    }

    @Test
    void onlyTheNorthSendsFromItsNumber() {
        String message = body("to", "+15005550106", "body", "hello", "from", TO_NORTH);
        assertThat(south("/api/sms/send", message).field()).isEqualTo("from");
        assertThat(north("POST", "/api/sms/send", message.replace("hello", "hello again"))
                        .get("id"))
                .isNotNull();
    }

    @Test
    void whatConcernsTheWholeGatewayIsForTheDefaultTenant() {
        assertThat(api.send(ApiClient.as(api.request("/actuator"), ALL, "south"))
                        .status())
                .isEqualTo(403);
        assertThat(api.send(ApiClient.as(api.request("/api/dead-letters"), ALL, "south"))
                        .status())
                .isEqualTo(403);
    }

    private List<String> allThatTheNorthSees() {
        List<String> seen = new ArrayList<>();
        ContractExamples.calls()
                .filter(call -> call.method().equals("GET")
                        && call.scope() != null
                        && !call.scope().equals("ops"))
                .forEach(call -> seen.add(ContractExamples.play(
                                api, call, token("north", ALL, marks.get("caller")), marks.get("message"), "")
                        .raw()
                        .body()));
        return seen;
    }

    private JsonNode north(String method, String path, String body) {
        Reply reply = api.send(as("north", "a program of the north", path, method, body));
        assertThat(reply.status()).as(reply.toString()).isBetween(200, 299);
        return reply.json();
    }

    private Reply south(String path, String body) {
        return api.send(as("south", "a program of the south", path, "POST", body));
    }

    private java.net.http.HttpRequest.Builder as(String tenant, String name, String path, String method, String body) {
        return api.request(path)
                .header("Authorization", "Bearer " + token(tenant, ALL, name))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    private static String token(String tenant, String scopes, String name) {
        return ApiClient.token(
                ApiClient.SECRET,
                new JWTClaimsSet.Builder()
                        .subject(name)
                        .claim("scope", scopes)
                        .claim("tenant", tenant)
                        .expirationTime(new Date(System.currentTimeMillis() + 60_000))
                        .build());
    }

    private static String body(String... namesAndValues) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add("\"" + namesAndValues[i] + "\":\"" + namesAndValues[i + 1] + "\"");
        }
        return "{" + String.join(",", fields) + "}";
    }
}
