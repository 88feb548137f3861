package io.bactrian.metrics;

import io.bactrian.messages.QueueDepth;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Since when the oldest message has been due, as the store said of late: health asks it nothing more. A queue that waits
 * too long does not make the gateway down, for a restart would not make it shorter; so its word for that is one that the
 * health of the whole leaves out of account.
 */
@Component("queueHealthIndicator")
class QueueHealth implements HealthIndicator {

    private static final Status LATE = new Status("LATE", "the oldest message has been due for too long");

    private final StoreSampler sampler;
    private final QueueHealthSettings settings;
    private final Clock clock;

    QueueHealth(StoreSampler sampler, QueueHealthSettings settings, Clock clock) {
        this.sampler = sampler;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Health health() {
        return sampler.last().map(this::of).orElseGet(() -> Health.unknown()
                .withDetail("problem", "the store has not said of late what waits")
                .build());
    }

    private Health of(StoreSample sample) {
        Optional<Instant> oldest = sample.depths().stream()
                .map(QueueDepth::oldestDue)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
        boolean late = oldest.filter(
                        due -> Duration.between(due, clock.instant()).compareTo(settings.oldestDue()) > 0)
                .isPresent();
        Health.Builder health = Health.status(late ? LATE : Status.UP)
                .withDetail(
                        "due",
                        sample.depths().stream().mapToLong(QueueDepth::due).sum())
                .withDetail("limit", settings.oldestDue().toString());
        oldest.ifPresent(due -> health.withDetail("oldestDue", due.toString()));
        return health.build();
    }
}
