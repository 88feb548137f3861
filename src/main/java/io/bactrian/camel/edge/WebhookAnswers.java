package io.bactrian.camel.edge;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.spi.HeaderFilterStrategy;

/** Writes what a route ended with. */
final class WebhookAnswers {

    private static final byte[] NOTHING = {};

    /** @throws IOException where the caller has gone */
    void write(Exchange exchange, HeaderFilterStrategy headers, HttpServletResponse response) throws IOException {
        if (exchange.isFailed()) {
            // no policy has taken it up; Twilio posts again what was not answered well
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            return;
        }
        Message message = exchange.getMessage();
        response.setStatus(message.getHeader(Exchange.HTTP_RESPONSE_CODE, HttpServletResponse.SC_OK, Integer.class));
        for (Map.Entry<String, Object> header : message.getHeaders().entrySet()) {
            if (!headers.applyFilterToCamelHeaders(header.getKey(), header.getValue(), exchange)) {
                response.setHeader(header.getKey(), header.getValue().toString());
            }
        }
        response.setContentType(message.getHeader(Exchange.CONTENT_TYPE, String.class)); // no strategy lets it pass
        byte[] body = message.getBody() == null ? NOTHING : message.getBody(byte[].class);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
