package io.bactrian.integration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.bactrian.GatewaySettings;
import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.DeliveryReport;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.Notice;
import io.bactrian.domain.StatusChange;
import io.bactrian.failure.Cause;
import io.bactrian.spool.Journal;
import io.bactrian.web.Problem;
import io.bactrian.web.Refused;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells the routes of integrators what happens. Whoever tells waits until it is on the disk, a second at the most, and
 * never fails for it; where nobody listens it costs nothing.
 */
@Component("listeners")
public class Listeners {

    private static final Logger log = LoggerFactory.getLogger(Listeners.class);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST_NAME = 60;
    private static final int REMEMBERED = 100_000;
    private static final long PATIENCE_S = 1;

    /** Never null: Camel fails where a method that promises a stage gives none. */
    private static final CompletionStage<Void> NOBODY = CompletableFuture.completedStage(null);

    private final Path folder;
    private final IntegrationSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Map<String, Listener> listeners = new ConcurrentHashMap<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final Cache<String, Boolean> told =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Listeners(GatewaySettings gateway, IntegrationSettings settings, Clock clock, MeterRegistry meters) {
        this.folder = gateway.dataDir().resolve("listeners");
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * The listener of that name, which from now on wants these notices and is woken when one comes.
     *
     * @throws IllegalArgumentException where nobody can be called that
     */
    public Listener open(String name, Predicate<Notice> wants, Runnable wake) {
        if (name == null || name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("the name of a listener has lower-case letters, digits and hyphens, "
                    + LONGEST_NAME + " at most: it is the name of a folder");
        }
        Listener listener = listeners.computeIfAbsent(name, this::make);
        listener.attach(wants, wake);
        return listener;
    }

    private Listener make(String name) {
        Journal journal = new Journal(folder.resolve(name), settings.maxWaiting(), clock);
        Gauge.builder("sms.listeners.waiting", journal, Journal::depth)
                .description("Notices that a listening route has yet to be told")
                .tag("listener", name)
                .register(meters);
        return new Listener(name, journal, clock, settings.keepAbsent());
    }

    /** @param watcher told at every notice that something happened, and not what; returns at once and never fails */
    public void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    /** A message is in the store. The same one is told once, until the next start. */
    public CompletionStage<Void> received(IncomingMessage message) {
        watchers.forEach(Runnable::run);
        return listeners.isEmpty() ? NOBODY : tell(Notice.of(message));
    }

    /** What an attempt, or the provider's report, made of a message is in the store. */
    public CompletionStage<Void> status(Object job) {
        watchers.forEach(Runnable::run);
        StatusChange change = listeners.isEmpty() ? null : change(job);
        return change == null ? NOBODY : tell(Notice.of(change));
    }

    private static StatusChange change(Object job) {
        if (job instanceof AttemptOutcome outcome) {
            return StatusChange.of(outcome);
        }
        return job instanceof DeliveryReport report ? StatusChange.of(report) : null;
    }

    private CompletionStage<Void> tell(Notice notice) {
        List<Listener> interested = listeners.values().stream()
                .filter(listener -> listener.wants(notice))
                .toList();
        if (interested.isEmpty() || told.asMap().putIfAbsent(notice.subject(), true) != null) {
            return NOBODY;
        }
        return CompletableFuture.allOf(interested.stream()
                        .map(listener -> keep(listener, notice).toCompletableFuture())
                        .toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, PATIENCE_S, TimeUnit.SECONDS);
    }

    private CompletionStage<Void> keep(Listener listener, Notice notice) {
        return listener.keep(notice).exceptionally(failure -> {
            meters.counter("sms.listeners.lost", "listener", listener.name()).increment();
            log.error(
                    "{} is not told of {}: {}",
                    listener.name(),
                    notice.subject(),
                    Cause.of(failure).line());
            return null;
        });
    }

    /**
     * Tells a listener again what its route could not do anything with; durable when it has completed.
     *
     * @throws Refused where no route listens under that name
     */
    public CompletionStage<Void> again(Notice notice) {
        Listener listener = listeners.get(notice.listener());
        if (listener == null) {
            throw new Refused(Problem.of(409, "No route listens as " + notice.listener() + "."));
        }
        return listener.keep(notice);
    }

    @PreDestroy
    void close() throws IOException {
        for (Listener listener : listeners.values()) {
            listener.close();
        }
    }
}
