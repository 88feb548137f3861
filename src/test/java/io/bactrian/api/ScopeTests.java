package io.bactrian.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.bactrian.api.ApiClient.Reply;
import io.bactrian.web.Contract;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Date;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class ScopeTests {

    private static final Set<String> ALL = Set.of("sms:send", "sms:read", "users:read", "users:write", "ops", "admin");

    @Autowired
    private ApiClient api;

    static Stream<Contract.Call> calls() {
        return new Contract().calls().stream();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void letsInOnlyWhoHoldsTheScopeThatTheContractAsksFor(Contract.Call call) {
        Reply stranger = api.send(request(call));
        if (call.scope() == null) {
            assertThat(stranger.status()).isEqualTo(200);
            return;
        }
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.raw().headers().allValues("WWW-Authenticate")).hasSize(2);
        Set<String> others = new TreeSet<>(ALL);
        others.remove(call.scope());
        assertProblem(api.send(ApiClient.as(request(call), String.join(" ", others))), 403);
        assertThat(api.send(ApiClient.as(request(call), call.scope())).status()).isNotIn(401, 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/users/", "/api//users", "/api/users.json", "/API/users", "/api/%75sers"})
    void hasNoOtherSpellingThatGoesAroundTheScope(String path) {
        assertThat(api.get(path, "ops").status()).isBetween(400, 404);
        assertThat(api.send(api.request(path)).raw().body()).doesNotContain("items");
    }

    @Test
    void letsTheOperatorDoEverything() {
        Reply reply = api.send(operator(api.request("/api/users"), ApiClient.PASSWORD));
        assertThat(reply.status()).isEqualTo(200);
        assertProblem(api.send(operator(api.request("/api/users"), "wrong")), 401);
        assertProblem(api.send(operator(api.request("/api/users"), "")), 401);
    }

    @Test
    void takesNoTokenThatIsOverOrSignedBySomebodyElse() {
        JWTClaimsSet over = new JWTClaimsSet.Builder()
                .claim("scope", "users:read")
                .expirationTime(new Date(System.currentTimeMillis() - 120_000))
                .build();
        JWTClaimsSet good = new JWTClaimsSet.Builder()
                .claim("scope", "users:read")
                .expirationTime(new Date(System.currentTimeMillis() + 60_000))
                .build();
        JWTClaimsSet endless =
                new JWTClaimsSet.Builder().claim("scope", "users:read").build();
        assertProblem(bearer(ApiClient.token(ApiClient.SECRET, endless)), 401);
        assertProblem(bearer(ApiClient.token(ApiClient.SECRET, over)), 401);
        assertProblem(bearer(ApiClient.token("another secret that is long enough for HS256", good)), 401);
        assertProblem(bearer("nonsense"), 401);
        assertThat(bearer(ApiClient.token(ApiClient.SECRET, good)).status()).isEqualTo(200);
    }

    @Test
    void takesNoTokenThatIsNotSignedOrHasNoRealTenant() {
        String header = base64("{\"alg\":\"none\"}");
        assertProblem(bearer(header + "." + base64("{\"scope\":\"users:read\"}") + "."), 401);
        assertProblem(bearer(ApiClient.token("users:read", "x".repeat(65))), 401);
    }

    @Test
    void tellsStrangersOnlyWhetherTheProgramIsHealthy() {
        assertThat(api.send(api.request("/actuator/health")).raw().body())
                .isEqualTo("{\"status\":\"UP\",\"groups\":[\"liveness\",\"readiness\"]}");
        assertProblem(api.send(api.request("/actuator")), 401);
        assertProblem(api.get("/actuator/metrics", "sms:read"), 403);
        assertThat(api.get("/actuator", "ops").status()).isEqualTo(200);
    }

    @Test
    void hasNothingAnywhereElse() {
        assertThat(api.send(api.request("/")).header("Location")).endsWith("/login");
        assertProblem(api.send(api.request("/elsewhere")), 404);
        assertProblem(api.get("/elsewhere", "ops"), 404);
    }

    private HttpRequest.Builder request(Contract.Call call) {
        return api.request(call.path().replaceAll("\\{\\w+}", "none"))
                .header("Content-Type", "application/json")
                .method(call.method(), BodyPublishers.noBody());
    }

    private Reply bearer(String token) {
        return api.send(api.request("/api/users").header("Authorization", "Bearer " + token));
    }

    private static HttpRequest.Builder operator(HttpRequest.Builder request, String password) {
        byte[] login = ("operator:" + password).getBytes(StandardCharsets.UTF_8);
        return request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertProblem(Reply reply, int status) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.json().get("status").asInt()).isEqualTo(status);
    }
}
