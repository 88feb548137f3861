package io.bactrian.provider.simulator;

import io.bactrian.provider.twilio.TwilioAccount;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;

/** Twilio's calls without the SDK between, so that every byte of the answer is seen. */
final class TwilioCalls {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final TwilioAccount account;
    private final String url;

    TwilioCalls(TwilioAccount account, int port) {
        this.account = account;
        this.url = "http://localhost:" + port + "/simulator/2010-04-01/Accounts/" + account.accountSid();
    }

    CompletableFuture<HttpResponse<String>> send(String to, String text, String callback) {
        Map<String, String> form = new TreeMap<>(Map.of("To", to, "From", "+15005550006", "Body", text));
        if (callback != null) {
            form.put("StatusCallback", callback);
        }
        return send(form);
    }

    CompletableFuture<HttpResponse<String>> send(Map<String, String> form) {
        return create("/Messages.json", form);
    }

    /** Asks for a call to be placed. */
    HttpResponse<String> call(Map<String, String> form) {
        return create("/Calls.json", form).join();
    }

    private CompletableFuture<HttpResponse<String>> create(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return post(path, body);
    }

    HttpResponse<String> update(String sid, String form) {
        return post("/Messages/" + sid + ".json", form).join();
    }

    HttpResponse<String> list(String to) {
        return list(to, "");
    }

    /** @param more of the query, from its ampersand on */
    HttpResponse<String> list(String to, String more) {
        return get("/Messages.json?To=" + URLEncoder.encode(to, StandardCharsets.UTF_8) + more);
    }

    private CompletableFuture<HttpResponse<String>> post(String path, String form) {
        HttpRequest.Builder request = request(path)
                .header(HttpHeaders.CONTENT_TYPE, "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        return HTTP.sendAsync(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> fetch(String sid) {
        return get("/Messages/" + sid + ".json");
    }

    /** @param path below the account's */
    HttpResponse<String> get(String path) {
        return HTTP.sendAsync(request(path).GET().build(), BodyHandlers.ofString())
                .join();
    }

    private HttpRequest.Builder request(String path) {
        String credentials = HttpHeaders.encodeBasicAuth(
                account.accountSid(), account.authTokens().get(0), StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create(url + path)).header(HttpHeaders.AUTHORIZATION, "Basic " + credentials);
    }
}
