package io.bactrian.health;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A look at something that may hang. Nobody waits longer than two seconds for it, and however many ask, it is looked at
 * once at a time.
 */
final class BoundedCheck {

    private static final int PATIENCE_S = 2;

    private final Callable<String> check;
    private final ExecutorService thread;
    private CompletableFuture<String> running = CompletableFuture.completedFuture(null);

    /** @param check null, or what is wrong */
    BoundedCheck(String name, Callable<String> check) {
        this.check = check;
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
        if (running.isDone()) {
            CompletableFuture<String> next = new CompletableFuture<>();
            running = next;
            thread.execute(() -> look(next));
        }
        return running;
    }

    private void look(CompletableFuture<String> result) {
        try {
            result.complete(check.call());
        } catch (Exception e) {
            result.completeExceptionally(e);
        }
    }

    void close() {
        thread.shutdownNow();
    }
}
