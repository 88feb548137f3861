package io.bactrian.trial;

import io.bactrian.failure.Cause;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One thread, which rests nine times as long as it worked, so that the live flows have the machine. */
final class PlayingThread {

    private static final int REST = 9;
    private static final long SHORTEST_NS = 20_000_000;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "shadow");
        made.setDaemon(true);
        return made;
    });

    /** @param step again and again, as long as it says so */
    void play(BooleanSupplier step) {
        thread.execute(() -> playAndRest(step));
    }

    private void playAndRest(BooleanSupplier step) {
        long began = System.nanoTime();
        if (step.getAsBoolean()) {
            long rest = Math.max(SHORTEST_NS, (System.nanoTime() - began) * REST);
            thread.schedule(() -> playAndRest(step), rest, TimeUnit.NANOSECONDS);
        }
    }

    Future<?> after(Duration time, Runnable work) {
        return thread.schedule(work, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Between two steps; waits until it is done. */
    void between(Runnable work) {
        try {
            thread.submit(work).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(Cause.of(e.getCause()).line(), e);
        }
    }

    void stop() {
        thread.shutdownNow();
    }
}
