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

/** Twilio's create call without the SDK between, so that every byte of the answer is seen. */
final class CreateCall {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final TwilioAccount account;
    private final String url;

    CreateCall(TwilioAccount account, int port) {
        this.account = account;
        this.url = "http://localhost:" + port + "/simulator/2010-04-01/Accounts/" + account.accountSid();
    }

    CompletableFuture<HttpResponse<String>> send(String to, String text, String callback) {
        Map<String, String> form = new TreeMap<>(Map.of("To", to, "From", "+15005550006", "Body", text));
        if (callback != null) {
            form.put("StatusCallback", callback);
        }
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = request("/Messages.json")
                .header(HttpHeaders.CONTENT_TYPE, "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return HTTP.sendAsync(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> list(String to) {
        return get("/Messages.json?To=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
    }

    HttpResponse<String> fetch(String sid) {
        return get("/Messages/" + sid + ".json");
    }

    private HttpResponse<String> get(String path) {
        return HTTP.sendAsync(request(path).GET().build(), BodyHandlers.ofString())
                .join();
    }

    private HttpRequest.Builder request(String path) {
        String credentials = HttpHeaders.encodeBasicAuth(
                account.accountSid(), account.authTokens().get(0), StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create(url + path)).header(HttpHeaders.AUTHORIZATION, "Basic " + credentials);
    }
}
