package io.bactrian.metrics;

import io.bactrian.domain.Priority;
import io.bactrian.messages.QueueDepth;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** How much waits in the store, and for how long; NaN while the store does not say. */
@Component
class QueueMeters implements MeterBinder {

    private final StoreSampler sampler;
    private final Clock clock;

    QueueMeters(StoreSampler sampler, Clock clock) {
        this.sampler = sampler;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("sms.store.sampled", () -> sampler.last().isPresent() ? 1 : 0)
                .description("1 while the store says how much waits")
                .register(meters);
        Gauge.builder("sms.messages.awaiting.decision", this::awaitingDecision)
                .description("Messages of which only an operator can say whether they were sent")
                .register(meters);
        for (Priority priority : Priority.values()) {
            gauge(
                    "sms.queue.depth",
                    "Messages that are queued, due or not",
                    priority,
                    () -> StoreSample::queued,
                    meters);
            gauge("sms.queue.due", "Queued messages that may leave now", priority, () -> StoreSample::due, meters);
            gauge(
                    "sms.queue.age.seconds",
                    "How long the oldest queued message has been due",
                    priority,
                    () -> StoreSample.ageAt(clock.instant()),
                    meters);
        }
    }

    private void gauge(
            String name,
            String description,
            Priority priority,
            Supplier<ToDoubleFunction<QueueDepth>> figure,
            MeterRegistry meters) {
        Gauge.builder(name, () -> value(priority, figure.get()))
                .description(description)
                .tag("priority", priority.toString())
                .register(meters);
    }

    private double value(Priority priority, ToDoubleFunction<QueueDepth> figure) {
        return sampler.last().map(sample -> sample.of(priority, figure)).orElse(Double.NaN);
    }

    private double awaitingDecision() {
        return sampler.last().map(sample -> (double) sample.awaitingDecision()).orElse(Double.NaN);
    }
}
