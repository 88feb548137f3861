package io.bactrian.provider.simulator;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import io.bactrian.provider.twilio.TwilioAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.apache.hc.core5.http.Header;

/** The HTTP client of Twilio's own SDK, sent to the simulator in place of Twilio; one attempt, no retries. */
final class SdkClient extends HttpClient {

    private final java.net.http.HttpClient http = java.net.http.HttpClient.newHttpClient();
    private final String base;

    private SdkClient(int port) {
        this.base = "http://localhost:" + port + "/simulator";
    }

    static TwilioRestClient of(TwilioAccount account, int port) {
        return of(account.accountSid(), account.authTokens().get(0), port);
    }

    static TwilioRestClient of(String sid, String token, int port) {
        return new TwilioRestClient.Builder(sid, token)
                .httpClient(new SdkClient(port))
                .build();
    }

    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        URL url = request.constructURL();
        HttpRequest.Builder call = HttpRequest.newBuilder(URI.create(base + url.getFile()))
                .header("Authorization", request.getAuthString())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(request.getMethod().toString(), HttpRequest.BodyPublishers.ofString(request.encodeFormBody()));
        try {
            HttpResponse<String> answer = http.send(call.build(), HttpResponse.BodyHandlers.ofString());
            return new Response(answer.body(), answer.statusCode(), new Header[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
