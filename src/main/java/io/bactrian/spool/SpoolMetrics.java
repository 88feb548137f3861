package io.bactrian.spool;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How much waits on disk, and how much came and went since the start. */
@Component
class SpoolMetrics implements MeterBinder {

    private final Spool spool;

    SpoolMetrics(Spool spool) {
        this.spool = spool;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("sms.spool.depth", spool, any -> any.state().depth())
                .description("Records that wait on disk for the store")
                .register(registry);
        Gauge.builder("sms.spool.size", spool, any -> any.state().bytes())
                .baseUnit("bytes")
                .description("Size of the spool's files")
                .register(registry);
        FunctionCounter.builder("sms.spool.spooled", spool, Spool::spooled)
                .description("Records that were kept on disk because the store was away")
                .register(registry);
        FunctionCounter.builder("sms.spool.drained", spool, Spool::drained)
                .description("Records that left the spool, for the store or the dead letters")
                .register(registry);
    }
}
