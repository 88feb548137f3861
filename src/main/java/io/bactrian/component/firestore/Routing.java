package io.bactrian.component.firestore;

import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultConsumer;

/** Lets a route have an exchange and waits for it, which is what keeps a consumer from running ahead. */
final class Routing {

    private Routing() {}

    static void run(DefaultConsumer consumer, Exchange exchange) {
        try {
            consumer.getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
        if (exchange.getException() != null) {
            consumer.getExceptionHandler()
                    .handleException("a document could not be processed", exchange, exchange.getException());
        }
        consumer.releaseExchange(exchange, false);
    }
}
