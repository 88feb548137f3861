package io.bactrian.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Date;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** Calls the API as its callers do. */
@TestComponent
public class ApiClient {

    public static final String SECRET = "a-secret-of-the-tests-with-48-bytes-and-no-worth";
    static final String PASSWORD = "password-of-the-tests";

    public static final String ALL_SCOPES = "sms:send sms:read users:read users:write ops admin";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    private Environment environment;

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path));
    }

    public int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            AnswerCheck.check(response);
            return new Reply(response);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Reply get(String path, String scope) {
        return send(as(request(path), scope));
    }

    /** As a program of that tenant, with those scopes. */
    static HttpRequest.Builder as(HttpRequest.Builder request, String scope, String tenant) {
        return request.header("Authorization", "Bearer " + token(scope, tenant));
    }

    Reply json(String method, String path, String scope, String body) {
        return send(as(request(path), scope)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    static HttpRequest.Builder as(HttpRequest.Builder request, String scope) {
        return request.header("Authorization", "Bearer " + token(scope, "default"));
    }

    /** One that opens every call. */
    public static String tokenOfAll() {
        return token(ALL_SCOPES, "default");
    }

    static String token(String scope, String tenant) {
        return token(
                SECRET,
                new JWTClaimsSet.Builder()
                        .subject("tester")
                        .claim("scope", scope)
                        .claim("tenant", tenant)
                        .expirationTime(new Date(System.currentTimeMillis() + 60_000))
                        .build());
    }

    public static String token(String secret, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            token.sign(new MACSigner(secret));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    record Reply(HttpResponse<String> raw) {

        int status() {
            return raw.statusCode();
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse(null);
        }

        JsonNode json() {
            try {
                return JSON.readTree(raw.body());
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The field of the first complaint of a problem. */
        String field() {
            return json().at("/errors/0/field").asText();
        }

        @Override
        public String toString() {
            return raw.statusCode() + " " + raw.headers().map() + " " + raw.body();
        }
    }
}
