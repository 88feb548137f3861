package io.bactrian.metrics;

import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.DeliveryReport;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.Kind;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.OutgoingMessage;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Counts and times messages where the routes say that something has happened to one. */
@Component("messageMeters")
public class MessageMeters {

    private static final String UNKNOWN = "unknown";

    private final MeterRegistry meters;

    MessageMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** @param duplicate true where it had been logged before */
    public void received(IncomingMessage message, Boolean duplicate) {
        meters.counter(
                        "sms.messages.in",
                        "provider",
                        named(message.provider()),
                        "registered",
                        String.valueOf(message.isRegistered()),
                        "duplicate",
                        String.valueOf(Boolean.TRUE.equals(duplicate)))
                .increment();
    }

    /**
     * An attempt has ended, or is known to be in doubt.
     *
     * @param message as it was claimed, or null where an operator has decided about it
     */
    public void ended(AttemptOutcome outcome, OutgoingMessage message) {
        String provider = named(outcome.provider());
        meters.counter(
                        "sms.attempts",
                        "provider",
                        provider,
                        "result",
                        outcome.result().toString())
                .increment();
        if (outcome.status() == MessageStatus.SENT || outcome.status() == MessageStatus.FAILED) {
            out(outcome.status(), kind(message), provider);
        }
        if (message != null && outcome.accepted()) {
            timed(message, outcome.endedAt());
        }
    }

    /** A report has come in, for the first time or not. */
    public void reported(DeliveryReport report) {
        String status = report.status() == null ? UNKNOWN : report.status().toString();
        meters.counter("sms.delivery.reports", "provider", named(report.provider()), "status", status)
                .increment();
    }

    private void out(MessageStatus status, String kind, String provider) {
        meters.counter("sms.messages.out", "status", status.toString(), "kind", kind, "provider", provider)
                .increment();
    }

    private void timed(OutgoingMessage message, Instant taken) {
        Instant wanted = message.sendAt() != null && message.sendAt().isAfter(message.queuedAt())
                ? message.sendAt()
                : message.queuedAt();
        timer("sms.queue.to.provider", "From when a message is wanted until a provider has taken it")
                .tag("priority", message.priority().toString())
                .register(meters)
                .record(between(wanted, taken));
        if (message.kind() == Kind.ACKNOWLEDGMENT) {
            timer("sms.webhook.to.acknowledgment", "From a webhook until a provider has taken the acknowledgment")
                    .register(meters)
                    .record(between(message.queuedAt(), taken));
        }
    }

    private static Timer.Builder timer(String name, String description) {
        return Timer.builder(name).description(description).serviceLevelObjectives(BUCKETS);
    }

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(30),
        Duration.ofHours(4)
    };

    /** Never below zero: the clocks of two instances may differ. */
    private static Duration between(Instant from, Instant to) {
        Duration duration = Duration.between(from, to);
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    private static String kind(OutgoingMessage message) {
        return message == null ? UNKNOWN : message.kind().toString();
    }

    private static String named(String provider) {
        return provider == null ? UNKNOWN : provider;
    }
}
