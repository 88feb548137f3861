package io.bactrian.provider.simulator;

import io.bactrian.provider.twilio.TwilioAccount;
import io.bactrian.provider.twilio.TwilioSignature;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Posts a form the way Twilio does: signed for the URL that the world knows. */
@Component
@WhileSimulated
class SignedPost {

    /** Twilio's own limits for a webhook (its documentation, "Webhook connection overrides"). */
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private static final Duration READ_TIMEOUT = Duration.ofSeconds(15);

    private final String target;
    private final TwilioAccount account;
    private final Environment environment;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    SignedPost(TwilioAccount account, SimulatorSettings settings, Environment environment) {
        this.target = settings.target();
        this.account = account;
        this.environment = environment;
    }

    /** Posts to a path of the gateway that texts are for: the one around us, unless the settings name another. */
    CompletableFuture<HttpResponse<String>> postToGateway(
            String path, Map<String, String> parameters, String attemptToken) {
        return post((target.isEmpty() ? account.publicUrl() : target) + path, parameters, attemptToken);
    }

    /**
     * Posts to that URL, without fragment. A URL of the gateway is signed as it stands and reached through the local
     * port: the public name may belong to a tunnel, or to another gateway.
     *
     * @param attemptToken the same for every attempt at one post
     */
    CompletableFuture<HttpResponse<String>> post(String url, Map<String, String> parameters, String attemptToken) {
        String token = account.authTokens().get(0);
        HttpRequest request = HttpRequest.newBuilder(reachable(url))
                .timeout(READ_TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header("Accept", "*/*")
                .header("User-Agent", "TwilioProxy/1.1")
                .header("I-Twilio-Idempotency-Token", attemptToken)
                .header("X-Twilio-Signature", TwilioSignature.sign(url, parameters, token))
                .POST(HttpRequest.BodyPublishers.ofString(encoded(parameters)))
                .build();
        // A port out of range, for instance, is thrown and not returned: it counts as a failed post like any other.
        return CompletableFuture.completedFuture(request)
                .thenCompose(post -> http.sendAsync(post, HttpResponse.BodyHandlers.ofString()));
    }

    private URI reachable(String url) {
        String local = "http://localhost:" + environment.getProperty("local.server.port");
        return URI.create(
                url.startsWith(account.publicUrl() + "/")
                        ? local + url.substring(account.publicUrl().length())
                        : url);
    }

    private static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
