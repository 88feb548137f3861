package io.bactrian.camel;

import io.bactrian.failure.Cause;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Says that a step failed, in one line that names the route and the cause and quotes nothing of the message. */
@Component
public class FailureLog {

    private static final Logger LOG = LoggerFactory.getLogger("io.bactrian.failure");

    public void say(Exchange exchange) {
        Throwable caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        String id = Subject.of(exchange);
        try (MDC.MDCCloseable known = id == null ? null : MDC.putCloseable(Subject.NAME, id)) {
            LOG.warn(
                    "{} failed: {}", exchange.getFromRouteId(), Cause.of(caught).line());
        }
    }
}
