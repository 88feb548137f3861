package io.bactrian.spool;

import io.bactrian.GatewaySettings;
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
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps work on this machine's disk, in groups, until the store is back. */
@Component("spool")
public class Spool {

    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);

    private final SpoolSettings settings;
    private final Clock clock;
    private final WorkJson json = new WorkJson();
    private final SpoolFiles files;
    private final Window window;
    private final SpoolWriter writer;
    private final LongAdder drained = new LongAdder();

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
        this.writer = new SpoolWriter(files);
        if (files.depth() > 0) {
            LOG.info("{} records wait in the spool from last time", files.depth());
        }
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
        return isFull()
                ? CompletableFuture.failedFuture(new SpoolFullException())
                : writer.keep(new Frame(clock.millis(), json.write(kind, job)));
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
        Long inMemory = window.oldestMillis();
        Long oldest = inMemory == null ? files.firstMillis() : inMemory;
        Instant since = oldest == null ? null : Instant.ofEpochMilli(oldest);
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
        return writer.written();
    }

    long drained() {
        return drained.sum();
    }

    @PreDestroy
    void close() throws IOException {
        writer.close();
        files.close();
    }
}
