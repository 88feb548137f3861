package io.bactrian.failure;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** How many dead letters wait for an operator. That does not make the gateway unwell: it goes on with everything else. */
@Component("deadLettersHealthIndicator")
class DeadLetterHealth implements HealthIndicator, MeterBinder {

    private final DeadLetters letters;

    DeadLetterHealth(DeadLetters letters) {
        this.letters = letters;
    }

    @Override
    public Health health() {
        return Health.up().withDetail("count", letters.count()).build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("sms.dead.letters", letters, DeadLetters::count)
                .description("Dead letters that wait for a replay")
                .register(registry);
    }
}
