package io.bactrian.health;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * A look at something that may hang. Nobody waits longer than two seconds for it, and however many ask, it is looked at
 * once at a time, and not again within a second of the last look: anybody may probe, and no probe is to cost a query.
 */
final class BoundedCheck {

    private static final int PATIENCE_S = 2;
    private static final long FRESH_NS = TimeUnit.SECONDS.toNanos(1);

    private final Callable<String> check;
    private final ExecutorService thread;
    private final LongSupplier nanoTime;
    private CompletableFuture<String> running;
    private volatile long endedAt;

    /** @param check null, or what is wrong */
    BoundedCheck(String name, Callable<String> check) {
        this(name, check, System::nanoTime);
    }

    BoundedCheck(String name, Callable<String> check, LongSupplier nanoTime) {
        this.check = check;
        this.nanoTime = nanoTime;
        this.thread = Executors.newSingleThreadExecutor(work -> {
            Thread made = new Thread(work, name);
            made.setDaemon(true);
            return made;
        });
    }

    /** What is wrong, without anything that the checked part said itself; null where nothing is. */
    String problem() {
        try {
            return begun().get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            return "fails (" + e.getCause().getClass().getSimpleName() + ")";
        } catch (TimeoutException e) {
            return "does not answer";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "was not waited for";
        }
    }

    private synchronized CompletableFuture<String> begun() {
        if (running == null || running.isDone() && nanoTime.getAsLong() - endedAt >= FRESH_NS) {
            CompletableFuture<String> next = new CompletableFuture<>();
            running = next;
            thread.execute(() -> look(next));
        }
        return running;
    }

    private void look(CompletableFuture<String> result) {
        try {
            String problem = check.call();
            endedAt = nanoTime.getAsLong();
            result.complete(problem);
        } catch (Exception e) {
            endedAt = nanoTime.getAsLong();
            result.completeExceptionally(e);
        }
    }

    void close() {
        thread.shutdownNow();
    }
}
