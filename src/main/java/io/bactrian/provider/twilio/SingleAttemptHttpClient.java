package io.bactrian.provider.twilio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;

/**
 * Makes each REST call once. The SDK's own client posts a message again on a 5xx or a 429, and Twilio knows no
 * idempotency key, so that one message became up to six. Every failure is a {@link TwilioCallFailed}.
 */
final class SingleAttemptHttpClient extends HttpClient {

    private static final String KEEP_ALIVE = "jdk.httpclient.keepalive.timeout";

    static {
        // A connection that a NAT gateway forgot swallows a message until the read time-out, with its outcome unknown.
        // Those forget within minutes; the JDK, up to version 20, keeps idle connections for twenty.
        if (System.getProperty(KEEP_ALIVE) == null) {
            System.setProperty(KEEP_ALIVE, "30");
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Supplier<URI> baseUrl;
    private final Duration readTimeout;
    private final Duration longestCall;
    private final Clock clock;
    private final java.net.http.HttpClient http;

    /**
     * @param baseUrl asked at each call; null for Twilio's own
     * @param readTimeout until the answer begins; a call as a whole takes no longer than both time-outs together
     */
    SingleAttemptHttpClient(Supplier<URI> baseUrl, Duration connectTimeout, Duration readTimeout, Clock clock) {
        this.baseUrl = baseUrl;
        this.readTimeout = readTimeout;
        this.longestCall = connectTimeout.plus(readTimeout);
        this.clock = clock;
        this.http = java.net.http.HttpClient.newBuilder()
                .connectTimeout(connectTimeout)
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        HttpResponse<String> answer = call(RestCall.of(request, base(), readTimeout));
        boolean json = answer.body().isEmpty() || answer.body().stripLeading().startsWith("{");
        // The SDK takes a redirect for a success, and chokes on a page of a proxy: neither is an answer of Twilio's.
        if (answer.statusCode() >= 300 || !json) {
            throw TwilioCallFailed.answered(answer.statusCode(), code(answer.body()), retryAfter(answer));
        }
        return new Response(answer.body(), answer.statusCode(), headers(answer));
    }

    /** Before the simulator's web server is up, a call is what it would be without it: refused. */
    private URI base() {
        try {
            return baseUrl.get();
        } catch (IllegalStateException e) {
            throw TwilioCallFailed.unanswered(new ConnectException(e.getMessage()));
        }
    }

    /** The time-out of the JDK's client ends with the headers; waiting here bounds the body as well. */
    private HttpResponse<String> call(HttpRequest request) {
        CompletableFuture<HttpResponse<String>> call =
                http.sendAsync(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        try {
            return call.get(longestCall.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw TwilioCallFailed.unanswered(e.getCause());
        } catch (TimeoutException e) {
            call.cancel(true);
            throw TwilioCallFailed.unanswered(e);
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw TwilioCallFailed.unanswered(e);
        }
    }

    private static Integer code(String body) {
        try {
            JsonNode code = JSON.readTree(body).path("code");
            return code.canConvertToInt() && code.isIntegralNumber() ? code.intValue() : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private Duration retryAfter(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .map(value -> RetryAfter.parse(value, clock))
                .orElse(null);
    }

    private static Header[] headers(HttpResponse<?> answer) {
        return answer.headers().map().entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> new BasicHeader(header.getKey(), value)))
                .toArray(Header[]::new);
    }
}
