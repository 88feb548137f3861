package io.bactrian.camel.trace;

import io.bactrian.outbound.Instance;
import io.bactrian.trace.Episode;
import io.bactrian.trace.TraceWriter;
import io.bactrian.trial.LiveCopies;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What the routes decide is kept in the store. */
@Component
@ConditionalOnProperty(name = "sms.trace.enabled", havingValue = "true", matchIfMissing = true)
class KeptRecording implements Recording {

    private final ObjectProvider<TraceWriter> writer;
    private final Instance instance;
    private final LiveCopies copies;
    private final Clock clock;

    /** Asked for late: Camel's own parts are made before all else, and must not bring up the store. */
    KeptRecording(ObjectProvider<TraceWriter> writer, Instance instance, LiveCopies copies, Clock clock) {
        this.writer = writer;
        this.instance = instance;
        this.copies = copies;
        this.clock = clock;
    }

    @Override
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public String instance() {
        return instance.id();
    }

    @Override
    public void offer(Supplier<Episode> episode) {
        writer.getObject().offer(episode);
    }

    @Override
    public LiveCopies copies() {
        return copies;
    }
}
