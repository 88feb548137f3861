package io.bactrian.messages;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Tells how many messages wait for an operator, as the store has it whenever the metrics are read. */
@Component
class AwaitedDecisions implements MeterBinder {

    private final MessageLog log;

    AwaitedDecisions(MessageLog log) {
        this.log = log;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("sms.messages.awaiting.decision", log, MessageLog::countAwaitingDecision)
                .description("messages of which only an operator can say whether they were sent")
                .register(meters);
    }
}
