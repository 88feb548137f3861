package io.bactrian.provider.twilio;

import com.twilio.http.Request;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A request of the SDK in the terms of the JDK's client. */
final class RestCall {

    private RestCall() {}

    /** @param base null for the host that the SDK names */
    static HttpRequest of(Request request, URI base, Duration readTimeout) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(target(request, base))
                .timeout(readTimeout)
                .header("Accept", "application/json");
        if (request.requiresAuthentication()) {
            builder.header("Authorization", request.getAuthString());
        }
        request.getHeaderParams().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        String method = request.getMethod().toString();
        if (method.equals("GET")) {
            return builder.GET().build();
        }
        return builder.header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .method(method, BodyPublishers.ofString(request.encodeFormBody(), StandardCharsets.UTF_8))
                .build();
    }

    private static URI target(Request request, URI base) {
        String url = request.constructURL().toString();
        if (base == null) {
            return URI.create(url);
        }
        int path = url.indexOf('/', url.indexOf("://") + 3);
        return URI.create(base.toString().replaceAll("/+$", "") + url.substring(path));
    }
}
