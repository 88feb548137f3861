package io.bactrian.camel.trial;

import io.bactrian.edits.RouteText;
import io.bactrian.failure.Cause;
import io.bactrian.outbound.GuardSettings;
import io.bactrian.outbound.LoopGuard;
import io.bactrian.routecheck.RouteFile;
import io.bactrian.trial.Candidate;
import io.bactrian.trial.Rehearsal;
import io.bactrian.trial.Sample;
import io.bactrian.trial.Stage;
import io.bactrian.trial.TrialResult;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertiesSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Plays texts in a Camel of its own, made for them and thrown away (docs/decisions/0021-try-before-you-trust.md). */
@Component
class CamelStage implements Stage {

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
        try (Rehearsal once = open(candidate)) {
            return once.play(sample);
        }
    }

    @Override
    public Rehearsal open(Candidate candidate) {
        List<RouteText> running = files.texts();
        List<RouteFile> live = TrialFiles.read(running);
        RouteFile checked =
                candidate == null ? null : files.checked(candidate, live, beans.getBean(CamelContext.class));
        List<RouteFile> cast = new ArrayList<>(TrialFiles.others(live, checked));
        Map<String, String> texts = new HashMap<>();
        running.forEach(file -> texts.put(file.path(), file.text()));
        if (checked != null) {
            cast.add(checked);
            texts.put(checked.path(), candidate.yaml());
        }
        Scene scene = new Scene();
        GuardedBeans seen = new GuardedBeans(beans, TrialFiles.beans(live), standIns(), scene);
        CamelContext camel = open(new Theatre(cast, checked, texts), seen, scene);
        String path = checked == null ? null : checked.path();
        return new CamelRehearsal(
                camel, scene, player, path, () -> !files.texts().equals(running));
    }

    private CamelContext open(Theatre theatre, GuardedBeans seen, Scene scene) {
        try {
            return theatre.open(seen, settings(), scene);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(Cause.of(e).line(), e);
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
