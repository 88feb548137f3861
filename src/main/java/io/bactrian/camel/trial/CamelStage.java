package io.bactrian.camel.trial;

import io.bactrian.failure.Cause;
import io.bactrian.outbound.GuardSettings;
import io.bactrian.outbound.LoopGuard;
import io.bactrian.routecheck.RouteFile;
import io.bactrian.trial.Candidate;
import io.bactrian.trial.Sample;
import io.bactrian.trial.Stage;
import io.bactrian.trial.TrialResult;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spi.PropertiesSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Plays a text in a Camel of its own, made for it and thrown away (docs/decisions/0021-try-before-you-trust.md). */
@Component
class CamelStage implements Stage {

    private static final long LONGEST_MS = 2_000;

    private final TrialFiles files;
    private final BeanFactory beans;
    private final Environment environment;
    private final GuardSettings guard;
    private final Clock clock;
    private final ExecutorService player = Executors.newCachedThreadPool(CamelStage::thread);

    CamelStage(TrialFiles files, BeanFactory beans, Environment environment, GuardSettings guard, Clock clock) {
        this.files = files;
        this.beans = beans;
        this.environment = environment;
        this.guard = guard;
        this.clock = clock;
    }

    @Override
    public TrialResult play(Sample sample, Candidate candidate) {
        List<RouteFile> live = files.live();
        RouteFile checked =
                candidate == null ? null : files.checked(candidate, live, beans.getBean(CamelContext.class));
        List<RouteFile> cast = new ArrayList<>(TrialFiles.others(live, checked));
        if (checked != null) {
            cast.add(checked);
        }
        Play play = new Play();
        GuardedBeans seen = new GuardedBeans(beans, TrialFiles.beans(live), standIns(), play);
        Theatre theatre = new Theatre(cast, checked, candidate, files.folder().toString());
        try (CamelContext camel = theatre.open(seen, settings(), sample, play)) {
            String failure = perform(camel, sample, play);
            return new TrialResult(
                    checked == null ? null : checked.path(),
                    play.steps(),
                    play.effects(),
                    failure == null ? "<Response/>" : null,
                    failure);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(Cause.of(e).line(), e);
        }
    }

    /** What it failed with, or null. */
    private String perform(CamelContext camel, Sample sample, Play play) throws InterruptedException {
        Future<Exchange> performance = player.submit(
                () -> camel.createProducerTemplate().request("direct:receive-message", exchange -> exchange.getMessage()
                        .setBody(sample.message())));
        try {
            Exception failure =
                    performance.get(LONGEST_MS, TimeUnit.MILLISECONDS).getException();
            return play.isOver()
                    ? Play.TrialOver.WHY
                    : failure == null ? null : Cause.of(failure).line();
        } catch (TimeoutException e) {
            return Play.TrialOver.WHY;
        } catch (ExecutionException e) {
            return Cause.of(e.getCause()).line();
        } finally {
            play.end();
            performance.cancel(true);
        }
    }

    /** A guard that has seen nothing: a trial neither counts in the real one nor is held by it. */
    private Map<String, Object> standIns() {
        return Map.of("loopGuard", new LoopGuard(guard, clock, new SimpleMeterRegistry()));
    }

    private PropertiesSource settings() {
        return new PropertiesSource() {
            @Override
            public String getName() {
                return "settings";
            }

            @Override
            public String getProperty(String name) {
                return environment.getProperty(name);
            }
        };
    }

    @PreDestroy
    void stop() {
        player.shutdownNow();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "trial");
        thread.setDaemon(true);
        return thread;
    }
}
