package io.bactrian.camel;

import io.bactrian.domain.StoreException;
import io.bactrian.spool.StoreGate;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.springframework.stereotype.Component;

/** Tells a store that is away from one that refuses, and closes the gate when it is found away. */
@Component("storeFailure")
class StoreFailure implements Processor {

    private final StoreGate gate;

    StoreFailure(StoreGate gate) {
        this.gate = gate;
    }

    static boolean isUnavailable(Exchange exchange) {
        StoreException failure = exchange.getException(StoreException.class);
        StoreException caught = failure == null ? caught(exchange) : failure;
        return caught != null && caught.isUnavailable();
    }

    private static StoreException caught(Exchange exchange) {
        Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        while (cause != null && !(cause instanceof StoreException)) {
            cause = cause.getCause();
        }
        return (StoreException) cause;
    }

    /** Whether the exchange has not been redelivered. */
    static boolean isFirst(Exchange exchange) {
        return exchange.getMessage().getHeader(Exchange.REDELIVERY_COUNTER, 0, Integer.class) == 0;
    }

    @Override
    public void process(Exchange exchange) {
        gate.close();
    }
}
