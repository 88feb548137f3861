package io.bactrian.provider.twilio;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Why a webhook is not let in, and the answer (RFC 9457), which tells no more than the status does. */
enum WebhookRefusal {
    MISSING_SIGNATURE(403, "Forbidden", "The request is not signed."),
    WRONG_SIGNATURE(403, "Forbidden", "The signature does not fit the request."),
    WRONG_PATH(403, "Forbidden", "There is no webhook here."),
    WRONG_METHOD(405, "Method Not Allowed", "Webhooks are posted."),
    TOO_LARGE(413, "Content Too Large", "The body is larger than any webhook.");

    private final int status;
    private final byte[] body;

    WebhookRefusal(int status, String title, String detail) {
        this.status = status;
        this.body = "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                .formatted(title, status, detail)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The value of the metric's tag, for instance {@code wrong-signature}. */
    String reason() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    void writeTo(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        if (this == WRONG_METHOD) {
            response.setHeader("Allow", "GET, POST");
        }
        response.setContentType("application/problem+json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
