package io.bactrian.metrics;

import io.bactrian.messages.MessageLog;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Asks the store how much waits, on a thread of its own, so that reading the metrics waits for nobody. While the store
 * does not answer, there is no sample: an old figure would look like a queue that stands still.
 */
@Component
class StoreSampler {

    private static final Logger LOG = LoggerFactory.getLogger(StoreSampler.class);
    private static final int FRESH_FOR = 3;

    private final MessageLog log;
    private final MetricsSettings settings;
    private final Clock clock;
    private final ScheduledExecutorService thread;
    private volatile StoreSample last;

    StoreSampler(MessageLog log, MetricsSettings settings, Clock clock) {
        this.log = log;
        this.settings = settings;
        this.clock = clock;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, "store-sampler");
            made.setDaemon(true);
            return made;
        });
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        thread.scheduleWithFixedDelay(this::sample, 0, settings.sample().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The last sample; nothing where the last question failed, or the store hangs in it. */
    Optional<StoreSample> last() {
        return Optional.ofNullable(last).filter(sample -> sample.at()
                .plus(settings.sample().multipliedBy(FRESH_FOR))
                .isAfter(clock.instant()));
    }

    void sample() {
        try {
            var now = clock.instant();
            last = new StoreSample(now, log.queueDepths(now), log.countAwaitingDecision());
        } catch (RuntimeException e) {
            last = null;
            LOG.debug(
                    "the store could not be asked how much waits ({})",
                    e.getClass().getSimpleName());
        }
    }

    @PreDestroy
    void close() {
        thread.shutdownNow();
    }
}
