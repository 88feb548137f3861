package io.bactrian.trace;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Takes episodes from the routes and keeps them in groups, beside the path of messages and never in its way: nobody waits
 * for a trace. Where more comes than can be kept, or the store is away, traces are dropped and counted.
 */
@Component
@ConditionalOnProperty(name = "sms.trace.enabled", havingValue = "true", matchIfMissing = true)
public class TraceWriter {

    private static final Logger LOG = LoggerFactory.getLogger(TraceWriter.class);
    private static final int WAITING = 5_000;
    private static final int GROUP = 250;
    private static final long PAUSE_MS = 200;

    private final BlockingQueue<Supplier<Episode>> waiting = new ArrayBlockingQueue<>(WAITING);
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(TraceWriter::thread);
    private final Traces traces;
    private final Counter kept;
    private final Counter dropped;
    private boolean failing;

    public TraceWriter(Traces traces, MeterRegistry meters) {
        this.traces = traces;
        this.kept = Counter.builder("sms.trace.kept")
                .description("episodes of messages in the routes that are on record")
                .register(meters);
        this.dropped = Counter.builder("sms.trace.dropped")
                .description("episodes that were not kept: too many waited, or the store was away")
                .register(meters);
    }

    @PostConstruct
    void start() {
        worker.scheduleWithFixedDelay(this::drain, PAUSE_MS, PAUSE_MS, TimeUnit.MILLISECONDS);
    }

    /** @param episode is asked for later, on another thread, so that putting it into words costs the route nothing */
    public void offer(Supplier<Episode> episode) {
        if (!waiting.offer(episode)) {
            dropped.increment();
        }
    }

    /** What ran out of scheduled work would run no more, so nothing is thrown. */
    void drain() {
        List<Supplier<Episode>> group = new ArrayList<>();
        while (waiting.drainTo(group, GROUP) > 0) {
            keep(group);
            group.clear();
        }
    }

    private void keep(List<Supplier<Episode>> group) {
        try {
            traces.keep(group.stream().map(Supplier::get).toList());
            kept.increment(group.size());
            failing = false;
        } catch (RuntimeException e) {
            dropped.increment(group.size());
            if (!failing) {
                LOG.warn("traces are not kept: {}", e.getClass().getSimpleName());
            }
            failing = true;
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        worker.shutdown();
        if (worker.awaitTermination(2, TimeUnit.SECONDS)) {
            drain();
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "traces");
        thread.setDaemon(true);
        return thread;
    }
}
