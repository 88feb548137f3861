package io.bactrian.camel;

import io.bactrian.failure.Cause;
import io.bactrian.failure.DeadLetter;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Makes the dead letter of a failed exchange: its work, where it failed and why. */
@Component("deadLetterWriter")
public class DeadLetterWriter {

    /** The exchange variable in which an edge route keeps the record that it works on. */
    static final String JOB = "job";

    private final Clock clock;

    DeadLetterWriter(Clock clock) {
        this.clock = clock;
    }

    public DeadLetter write(Exchange exchange) {
        Object job = exchange.getVariable(JOB);
        Throwable caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        return DeadLetter.of(
                job == null ? exchange.getMessage().getBody() : job,
                exchange.getFromRouteId(),
                failingStep(exchange),
                Cause.of(caught),
                clock.instant());
    }

    private static String failingStep(Exchange exchange) {
        String step = FailedStep.of(exchange);
        return step == null ? exchange.getFromRouteId() : step;
    }
}
