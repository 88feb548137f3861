package io.bactrian.spool;

import io.bactrian.GatewaySettings;
import io.bactrian.component.gather.Gatherer;
import io.bactrian.failure.DataFolderRefused;
import io.bactrian.failure.DeadLetter;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps work on this machine's disk, in groups, until the store is back. */
@Component("spool")
public class Spool {

    /** What may wait for the disk at one time, and what shares one fsync. */
    private static final int WAITING = 10_000;

    private static final int GROUP = 100;
    private static final int CONTINUATION_THREADS = 8;
    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);

    private record Waiting(Frame frame, CompletableFuture<Void> kept) {}

    private final SpoolSettings settings;
    private final Clock clock;
    private final WorkJson json = new WorkJson();
    private final SpoolFiles files;
    private final Window window;
    private final LongAdder spooled = new LongAdder();
    private final LongAdder drained = new LongAdder();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(named("spool-writer"));
    private final ExecutorService continuation =
            Executors.newFixedThreadPool(CONTINUATION_THREADS, named("spool-continuation"));
    private final Gatherer<Waiting> gatherer = new Gatherer<>(WAITING, GROUP, writer, this::write);

    Spool(GatewaySettings gateway, SpoolSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        Path folder = gateway.dataDir().resolve("spool");
        try {
            this.files = new SpoolFiles(new SpoolFolder(folder));
        } catch (IOException e) {
            throw new DataFolderRefused(folder, e);
        }
        this.window = new Window(files, json);
        if (files.depth() > 0) {
            LOG.info("{} records wait in the spool from last time", files.depth());
        }
    }

    private static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /**
     * Keeps a job of a kind that a flow takes up.
     *
     * @return has completed once the job is forced to disk; fails with {@link SpoolFullException}, or an
     *     {@link IOException} where the disk refuses it
     */
    public CompletionStage<Void> keep(Object job) {
        DeadLetter.Kind kind = DeadLetter.Kind.of(job);
        if (kind.endpoint() == null) {
            return CompletableFuture.failedFuture(new IllegalArgumentException("no flow takes up such a job"));
        }
        Waiting waiting = new Waiting(new Frame(clock.millis(), json.write(kind, job)), new CompletableFuture<>());
        if (isFull() || !gatherer.offer(waiting)) {
            return CompletableFuture.failedFuture(new SpoolFullException());
        }
        return waiting.kept();
    }

    private CompletionStage<Void> write(List<Waiting> group) {
        try {
            files.append(group.stream().map(Waiting::frame).toList());
            spooled.add(group.size());
            group.forEach(waiting -> waiting.kept().completeAsync(() -> null, continuation));
        } catch (IOException | RuntimeException e) {
            LOG.error("the spool cannot be written ({})", e.getClass().getSimpleName());
            group.forEach(waiting -> continuation.execute(() -> waiting.kept().completeExceptionally(e)));
        }
        return CompletableFuture.completedFuture(null);
    }

    /** Whether nothing more may wait. */
    boolean isFull() {
        return files.depth() >= settings.maxEntries()
                || files.bytes() >= settings.maxSize().toBytes();
    }

    /** Whether it would take work now; writes to the disk to find out. */
    public boolean takesWork() {
        try {
            files.tryWriting();
            return !isFull();
        } catch (IOException e) {
            return false;
        }
    }

    public SpoolState state() {
        Long oldest = window.oldestMillis() == null ? files.firstMillis() : window.oldestMillis();
        Instant since = oldest == null || files.depth() == 0 ? null : Instant.ofEpochMilli(oldest);
        return new SpoolState(files.depth(), files.bytes(), since);
    }

    List<SpooledWork> oldestOfEach(int most, Set<Object> held) throws IOException {
        return window.oldestOfEach(most, held);
    }

    /** The work is in the store, or a dead letter: it is not drained again. */
    void done(SpooledWork work) {
        window.done(work);
        drained.increment();
    }

    long spooled() {
        return spooled.sum();
    }

    long drained() {
        return drained.sum();
    }

    @PreDestroy
    void close() throws IOException {
        writer.shutdown();
        continuation.shutdown();
        files.close();
    }
}
