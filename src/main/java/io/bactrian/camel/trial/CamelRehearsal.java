package io.bactrian.camel.trial;

import io.bactrian.failure.Cause;
import io.bactrian.trial.Rehearsal;
import io.bactrian.trial.Sample;
import io.bactrian.trial.TrialResult;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** A theatre that is open. */
final class CamelRehearsal implements Rehearsal {

    private static final long LONGEST_MS = 2_000;

    private final CamelContext camel;
    private final ProducerTemplate entrance;
    private final Scene scene;
    private final ExecutorService player;
    private final String candidate;
    private final BooleanSupplier outdated;
    private boolean cutOff;

    CamelRehearsal(
            CamelContext camel, Scene scene, ExecutorService player, String candidate, BooleanSupplier outdated) {
        this.camel = camel;
        this.entrance = camel.createProducerTemplate();
        this.scene = scene;
        this.player = player;
        this.candidate = candidate;
        this.outdated = outdated;
    }

    @Override
    public TrialResult play(Sample sample) {
        Play play = scene.begin(sample);
        String failure = perform(sample, play);
        return new TrialResult(
                candidate, play.steps(), play.effects(), failure == null ? "<Response/>" : null, failure);
    }

    /** What it failed with, or null. */
    private String perform(Sample sample, Play play) {
        Future<Exchange> performance = player.submit(() -> entrance.request(
                "direct:receive-message", exchange -> exchange.getMessage().setBody(sample.message())));
        try {
            Exception failure =
                    performance.get(LONGEST_MS, TimeUnit.MILLISECONDS).getException();
            return play.isOver()
                    ? Play.TrialOver.WHY
                    : failure == null ? null : Cause.of(failure).line();
        } catch (TimeoutException e) {
            cutOff = true;
            return Play.TrialOver.WHY;
        } catch (ExecutionException e) {
            return Cause.of(e.getCause()).line();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the gateway stops", e);
        } finally {
            play.end();
            performance.cancel(true);
        }
    }

    @Override
    public String candidate() {
        return candidate;
    }

    @Override
    public boolean wasCutOff() {
        return cutOff;
    }

    @Override
    public boolean isOutdated() {
        return outdated.getAsBoolean();
    }

    @Override
    public void close() {
        camel.stop();
    }
}
