package io.bactrian.edits;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How many edits of routes there were, and how long one takes. */
@Component
class EditMetrics {

    private final Counter taken;
    private final Counter refused;
    private final Timer duration;

    EditMetrics(MeterRegistry registry) {
        this.taken = Counter.builder("sms.routes.edits.taken")
                .description("Files of routes that took effect while the gateway ran")
                .register(registry);
        this.refused = Counter.builder("sms.routes.edits.refused")
                .description("Edits of routes that were refused")
                .register(registry);
        this.duration = Timer.builder("sms.routes.edits.duration")
                .description("From the look at the folder to the effect")
                .register(registry);
    }

    void taken(int files) {
        taken.increment(files);
    }

    void refused() {
        refused.increment();
    }

    void took(Duration time) {
        duration.record(time);
    }
}
