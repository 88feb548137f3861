package io.bactrian.spool;

import io.bactrian.domain.Notice;
import io.bactrian.failure.DataFolderRefused;
import io.bactrian.failure.DeadLetter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What one listener has yet to be told, on this machine's disk, in files as those of the spool: what was kept is there
 * until it is done, also after a kill, and then comes once more.
 */
public final class Journal implements Closeable {

    private final int most;
    private final Clock clock;
    private final WorkJson json = new WorkJson();
    private final SpoolFiles files;
    private final Window window;
    private final SpoolWriter writer;
    private final Set<Object> taken = new HashSet<>();

    /**
     * @param most how many notices may wait
     * @throws DataFolderRefused where nothing can be kept there, or another gateway has the folder
     */
    public Journal(Path folder, int most, Clock clock) {
        this.most = most;
        this.clock = clock;
        try {
            this.files = new SpoolFiles(new SpoolFolder(folder));
        } catch (IOException e) {
            throw new DataFolderRefused(folder, e);
        }
        this.window = new Window(files, json);
        this.writer = new SpoolWriter(files);
    }

    /**
     * @return has completed once the notice is forced to disk; fails with {@link SpoolFullException}, or an
     *     {@link IOException} where the disk refuses it
     */
    public CompletionStage<Void> keep(Notice notice) {
        return files.depth() >= most
                ? CompletableFuture.failedFuture(new SpoolFullException())
                : writer.keep(new Frame(clock.millis(), json.write(DeadLetter.Kind.NOTICE, notice)));
    }

    /**
     * The oldest that nobody has taken, of each number or message one: it is the taker's until {@link #done} or
     * {@link #release}.
     *
     * @throws IOException where the files cannot be read
     */
    public synchronized List<SpooledWork> take(int howMany) throws IOException {
        List<SpooledWork> works = window.oldestOfEach(howMany, taken);
        works.forEach(work -> taken.add(work.key()));
        return works;
    }

    /** It is not told again. */
    public synchronized void done(SpooledWork work) {
        window.done(work);
        taken.remove(work.key());
    }

    /** It waits again. */
    public synchronized void release(SpooledWork work) {
        taken.remove(work.key());
    }

    /** How many wait, those included that are being told. */
    public int depth() {
        return files.depth();
    }

    @Override
    public void close() throws IOException {
        writer.close();
        files.close();
    }
}
