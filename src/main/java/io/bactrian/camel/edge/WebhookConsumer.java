package io.bactrian.camel.edge;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpConsumer;

/**
 * Begins a route with a webhook. Unlike Camel's own consumer it holds no thread while the route waits for the store, and
 * the answer is written where the route ends, without a second way through the web server.
 */
final class WebhookConsumer extends SpringBootPlatformHttpConsumer {

    private final WebhookPaths paths;
    private final WebhookAnswers answers = new WebhookAnswers();
    private final Set<String> methods;

    WebhookConsumer(PlatformHttpEndpoint endpoint, Processor processor, WebhookPaths paths) {
        super(endpoint, processor);
        this.paths = paths;
        String restricted = endpoint.getHttpMethodRestrict();
        this.methods = restricted == null ? Set.of() : Set.of(restricted.split(","));
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        paths.add(this);
    }

    @Override
    protected void doStop() throws Exception {
        paths.remove(this);
        super.doStop();
    }

    boolean takes(String method) {
        return methods.isEmpty() || methods.contains(method);
    }

    String allowed() {
        return String.join(", ", methods);
    }

    /** Comes back at once; the request is answered when the route has ended. */
    void serve(HttpServletRequest request, HttpServletResponse response, Map<String, String> variables)
            throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        Exchange exchange = createExchange(false);
        exchange.setPattern(ExchangePattern.InOut);
        fill(exchange.getIn(), request, variables, body);
        AsyncContext waiting = request.startAsync(request, response);
        waiting.setTimeout(0); // each step of a route has a limit of its own
        try {
            createUoW(exchange);
            getAsyncProcessor().process(exchange, doneSync -> answer(exchange, response, waiting));
        } catch (Exception e) {
            exchange.setException(e);
            answer(exchange, response, waiting);
        }
    }

    private static void fill(Message message, HttpServletRequest request, Map<String, String> variables, byte[] body) {
        message.setBody(body);
        message.setHeader(Exchange.HTTP_METHOD, request.getMethod());
        message.setHeader(Exchange.HTTP_PATH, request.getRequestURI());
        message.setHeader(Exchange.HTTP_QUERY, request.getQueryString());
        message.setHeader(Exchange.CONTENT_TYPE, request.getContentType());
        variables.forEach(message::setHeader);
    }

    private void answer(Exchange exchange, HttpServletResponse response, AsyncContext waiting) {
        try {
            answers.write(exchange, getEndpoint().getHeaderFilterStrategy(), response);
        } catch (IOException e) {
            getExceptionHandler().handleException("the caller has gone", exchange, e);
        } finally {
            doneUoW(exchange);
            releaseExchange(exchange, false);
            waiting.complete();
        }
    }
}
