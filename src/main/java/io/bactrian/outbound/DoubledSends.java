package io.bactrian.outbound;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts the messages that went out twice: the one thing that the ledger is there to keep from happening. */
@Component("doubledSends")
public class DoubledSends {

    private final Counter counter;

    DoubledSends(MeterRegistry meters) {
        this.counter = Counter.builder("sms.sends.doubled")
                .description("messages for which a provider gave two receipts")
                .register(meters);
    }

    public void count() {
        counter.increment();
    }
}
