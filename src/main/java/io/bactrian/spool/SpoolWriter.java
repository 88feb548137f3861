package io.bactrian.spool;

import io.bactrian.component.gather.Gatherer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forces what waits to disk, in groups; whoever waited goes on, on another thread, when the group is there. */
final class SpoolWriter {

    /** What may wait for the disk at one time, and what shares one fsync. */
    private static final int WAITING = 10_000;

    private static final int GROUP = 100;
    private static final int CONTINUATION_THREADS = 8;
    private static final Logger LOG = LoggerFactory.getLogger(SpoolWriter.class);

    private record Waiting(Frame frame, CompletableFuture<Void> kept) {}

    private final SpoolFiles files;
    private final LongAdder written = new LongAdder();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(named("spool-writer"));
    private final ExecutorService continuation =
            Executors.newFixedThreadPool(CONTINUATION_THREADS, named("spool-continuation"));
    private final Gatherer<Waiting> gatherer = new Gatherer<>(WAITING, GROUP, thread, this::write);

    SpoolWriter(SpoolFiles files) {
        this.files = files;
    }

    private static ThreadFactory named(String name) {
        return work -> {
            Thread made = new Thread(work, name);
            made.setDaemon(true);
            return made;
        };
    }

    CompletionStage<Void> keep(Frame frame) {
        Waiting waiting = new Waiting(frame, new CompletableFuture<>());
        return gatherer.offer(waiting) ? waiting.kept() : CompletableFuture.failedFuture(new SpoolFullException());
    }

    private CompletionStage<Void> write(List<Waiting> group) {
        try {
            files.append(group.stream().map(Waiting::frame).toList());
            written.add(group.size());
            group.forEach(waiting -> continuation.execute(() -> waiting.kept().complete(null)));
        } catch (Throwable e) { // also an error ends here, or the webhooks would wait for ever
            LOG.error("the spool cannot be written ({})", e.getClass().getSimpleName());
            group.forEach(waiting -> continuation.execute(() -> waiting.kept().completeExceptionally(e)));
        }
        return CompletableFuture.completedFuture(null);
    }

    /** How many records it has written. */
    long written() {
        return written.sum();
    }

    void close() {
        thread.shutdown();
        continuation.shutdown();
    }
}
