package io.bactrian.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.JWTClaimsSet;
import io.bactrian.Gateway;
import io.bactrian.api.ApiClient;
import io.bactrian.provider.twilio.TwilioSignature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Everybody who calls a gateway over HTTP. */
final class Client {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCOPES = "sms:send sms:read users:write ops";

    /** As long as a caller of ours waits, and as Twilio does where the webhook's URL says rt=5000. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String token;
    private final int balancer;
    private final Map<String, Client> others = new ConcurrentHashMap<>();

    /** @param balancer the port by which the gateways are reached */
    Client(int balancer) {
        this(balancer, "default");
    }

    private Client(int balancer, String tenant) {
        this.balancer = balancer;
        this.token = ApiClient.token(
                Settings.JWT_SECRET,
                new JWTClaimsSet.Builder()
                        .subject("faults")
                        .claim("scope", SCOPES)
                        .claim("tenant", tenant)
                        .expirationTime(Date.from(Instant.now().plus(Duration.ofDays(1))))
                        .build());
    }

    /** Somebody of another tenant. */
    Client as(String tenant) {
        return others.computeIfAbsent(tenant, name -> new Client(balancer, name));
    }

    /** Posts a text as Twilio does, and gives the HTTP status. */
    int postText(Map<String, String> form) throws IOException {
        String url = Settings.PUBLIC + balancer + "/webhooks/twilio/incoming";
        return send(HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-Twilio-Signature", TwilioSignature.sign(url, form, Gateway.TOKEN))
                        .POST(BodyPublishers.ofString(Gateway.encoded(form))))
                .statusCode();
    }

    /** Posts JSON to the API of any gateway. */
    HttpResponse<String> post(String path, Map<String, String> body, String... headers) throws IOException {
        return postJson(path, body, headers);
    }

    HttpResponse<String> postJson(String path, Object body, String... headers) throws IOException {
        HttpRequest.Builder request = asCaller(balancer, path).header("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** Posts nothing to the API of one gateway, and gives the HTTP status. */
    int post(int port, String path) throws IOException {
        return send(asCaller(port, path).POST(BodyPublishers.noBody())).statusCode();
    }

    /** What the API of any gateway tells. */
    JsonNode get(String path) throws IOException {
        return get(balancer, path);
    }

    /** What the API of one gateway tells. */
    JsonNode get(int port, String path) throws IOException {
        HttpResponse<String> answer = send(asCaller(port, path));
        if (answer.statusCode() != 200) {
            throw new IOException(path + " is answered " + answer.statusCode());
        }
        return JSON.readTree(answer.body());
    }

    /** A number that a gateway gives to Prometheus; 0 where it knows none of that name. */
    long metric(int port, String name) throws IOException {
        return send(asCaller(port, "/actuator/prometheus"))
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(name.length())))
                .sum();
    }

    boolean isUp(int port) {
        try {
            return send(HttpRequest.newBuilder(URI.create(Settings.PUBLIC + port + "/actuator/health")))
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private HttpRequest.Builder asCaller(int port, String path) {
        return HttpRequest.newBuilder(URI.create(Settings.PUBLIC + port + path))
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
