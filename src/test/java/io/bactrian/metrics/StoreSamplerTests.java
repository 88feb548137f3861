package io.bactrian.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.bactrian.domain.Priority;
import io.bactrian.domain.StoreException;
import io.bactrian.messages.MessageLog;
import io.bactrian.messages.QueueDepth;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreSamplerTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final MessageLog log = mock();
    private final Clock clock = mock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final StoreSampler sampler = new StoreSampler(log, new MetricsSettings(Duration.ofSeconds(15)), clock);

    @BeforeEach
    void bind() {
        when(clock.instant()).thenReturn(NOON);
        when(log.queueDepths(any())).thenReturn(List.of(new QueueDepth(Priority.HIGH, 7, 3, NOON.minusSeconds(60))));
        new QueueMeters(sampler, clock).bindTo(meters);
    }

    @AfterEach
    void close() {
        sampler.close();
    }

    @Test
    void tellsWhatTheStoreSaidAndHowOldItIsByNow() {
        sampler.sample();
        when(clock.instant()).thenReturn(NOON.plusSeconds(10));
        assertThat(value("sms.queue.depth")).isEqualTo(7);
        assertThat(value("sms.queue.due")).isEqualTo(3);
        assertThat(value("sms.queue.age.seconds")).isEqualTo(70);
        assertThat(meters.get("sms.store.sampled").gauge().value()).isEqualTo(1);
    }

    @Test
    void tellsNothingWhileTheStoreFails() {
        sampler.sample();
        when(log.queueDepths(any())).thenThrow(new StoreException("count", "away", true, null));
        sampler.sample();
        assertThat(value("sms.queue.depth")).isNaN();
        assertThat(meters.get("sms.store.sampled").gauge().value()).isZero();
    }

    @Test
    void tellsNothingOnceTheStoreHasNotAnsweredForThreeTimes() {
        sampler.sample();
        when(clock.instant()).thenReturn(NOON.plusSeconds(45));
        assertThat(value("sms.queue.age.seconds")).isNaN();
        assertThat(meters.get("sms.messages.awaiting.decision").gauge().value()).isNaN();
    }

    private double value(String name) {
        return meters.get(name).tag("priority", "high").gauge().value();
    }
}
