package io.bactrian.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.bactrian.domain.Priority;
import io.bactrian.domain.StoreException;
import io.bactrian.messages.MessageLog;
import io.bactrian.messages.QueueDepth;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.SimpleStatusAggregator;
import org.springframework.boot.actuate.health.Status;

class QueueHealthTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final MessageLog log = mock();
    private final Clock clock = mock();
    private final StoreSampler sampler = new StoreSampler(log, new MetricsSettings(Duration.ofSeconds(15)), clock);
    private final QueueHealth health = new QueueHealth(sampler, new QueueHealthSettings(Duration.ofMinutes(5)), clock);

    @BeforeEach
    void setTheClock() {
        when(clock.instant()).thenReturn(NOON);
    }

    @AfterEach
    void close() {
        sampler.close();
    }

    @Test
    void isUpWhileNothingWaitsForLong() {
        waiting(NOON.minusSeconds(300));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails())
                .containsEntry("due", 5L)
                .containsEntry("oldestDue", "2026-11-20T11:55:00Z");
    }

    @Test
    void isLateFromTheLimitOnAndTakesNoGatewayDown() {
        waiting(NOON.minusSeconds(301));
        Health late = health.health();
        assertThat(late.getStatus().getCode()).isEqualTo("LATE");
        assertThat(new SimpleStatusAggregator().getAggregateStatus(Status.UP, late.getStatus()))
                .isEqualTo(Status.UP);
    }

    @Test
    void namesNoTimeWhereNothingIsDue() {
        waiting(null);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails()).doesNotContainKey("oldestDue");
    }

    @Test
    void saysThatItDoesNotKnowWhileTheStoreDoesNotSay() {
        when(log.queueDepths(any())).thenThrow(new StoreException("count", "away", true, null));
        sampler.sample();
        assertThat(health.health().getStatus()).isEqualTo(Status.UNKNOWN);
    }

    /** Two priorities: the oldest of all counts. */
    private void waiting(Instant oldest) {
        when(log.queueDepths(any()))
                .thenReturn(List.of(
                        new QueueDepth(Priority.HIGH, 9, 2, oldest == null ? null : NOON.minusSeconds(1)),
                        new QueueDepth(Priority.LOW, 4, 3, oldest)));
        sampler.sample();
    }
}
