package io.bactrian.camel.live;

import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/**
 * Stands between a route's consumer and its steps. The consumer, and with it the URL, queue or address, stays when a new
 * version comes: from one exchange to the next they go to other steps, and who has entered the old ones ends there.
 */
final class Gate extends AsyncProcessorSupport {

    private final LongAdder exchanges = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder inside = new LongAdder();
    private volatile RouteVersion current;

    Gate(RouteVersion first) {
        this.current = first;
    }

    /** From now on exchanges go there. */
    void lead(RouteVersion version) {
        current = version;
    }

    RouteVersion current() {
        return current;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        RouteVersion version = enter();
        try {
            return version.steps().process(exchange, doneSync -> {
                count(exchange);
                try {
                    callback.done(doneSync);
                } finally {
                    leave(version);
                }
            });
        } catch (RuntimeException | Error refused) {
            failures.increment();
            leave(version);
            throw refused;
        }
    }

    /** Counted first and looked at again then, so that a version which nobody leads to any more only ever empties. */
    private RouteVersion enter() {
        exchanges.increment();
        inside.increment();
        while (true) {
            RouteVersion version = current;
            version.enter();
            if (version == current) {
                return version;
            }
            version.leave();
        }
    }

    private void count(Exchange exchange) {
        if (exchange.isFailed()) {
            failures.increment();
        }
    }

    private void leave(RouteVersion version) {
        version.leave();
        inside.decrement();
    }

    long exchanges() {
        return exchanges.sum();
    }

    long failures() {
        return failures.sum();
    }

    long inside() {
        return inside.sum();
    }
}
