package io.bactrian.camel;

import io.bactrian.audit.AuditEntry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.support.service.ServiceHelper;

/** The store's ports for the audit, called as a route calls them: without a thread that waits, where nobody has to. */
final class AuditPorts {

    private static final String RECORD = "direct:record-audit";
    private static final String COMPLETE = "direct:complete-audit";

    private final Map<String, AsyncProducer> producers = new ConcurrentHashMap<>();

    /**
     * Returns when the entry is durable.
     *
     * @throws RuntimeException what the store failed with
     */
    void record(CamelContext context, AuditEntry entry) {
        AsyncProducer producer = producer(context, RECORD);
        Exchange exchange = exchange(producer, entry);
        try {
            producer.process(exchange);
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeCamelException(e);
        }
        if (exchange.getException() != null) {
            throw RuntimeCamelException.wrapRuntimeCamelException(exchange.getException());
        }
    }

    /** @param then is given what the store failed with, or null */
    void complete(CamelContext context, AuditEntry entry, Consumer<Exception> then) {
        AsyncProducer producer = producer(context, COMPLETE);
        Exchange exchange = exchange(producer, entry);
        producer.process(exchange, doneSync -> then.accept(exchange.getException()));
    }

    private static Exchange exchange(AsyncProducer producer, AuditEntry entry) {
        Exchange exchange = producer.getEndpoint().createExchange();
        exchange.getMessage().setBody(entry);
        return exchange;
    }

    private AsyncProducer producer(CamelContext context, String port) {
        return producers.computeIfAbsent(port, uri -> {
            Endpoint endpoint = context.getEndpoint(uri);
            try {
                AsyncProducer producer = endpoint.createAsyncProducer();
                ServiceHelper.startService(producer);
                return producer;
            } catch (Exception e) {
                throw RuntimeCamelException.wrapRuntimeCamelException(e);
            }
        });
    }
}
