package io.bactrian.spool;

import io.bactrian.failure.DataFolder;
import io.bactrian.failure.DataFolderRefused;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of the spool's files. One process has it at a time: two would drain and delete each other's files. */
final class SpoolFolder implements Closeable {

    private static final String ENDING = ".spool";
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final Logger LOG = LoggerFactory.getLogger(SpoolFolder.class);

    private final DataFolder folder;
    private final FileChannel lock;

    /** @throws DataFolderRefused where nothing can be written, or another gateway writes there */
    SpoolFolder(Path path) {
        this.folder = DataFolder.open(path);
        try {
            this.lock = FileChannel.open(
                    path.resolve("lock"), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OWNER_ONLY);
            if (!isOurs()) {
                lock.close();
                throw new DataFolderRefused("Another gateway has " + path.toAbsolutePath() + ".");
            }
        } catch (IOException e) {
            throw new DataFolderRefused(path, e);
        }
    }

    private boolean isOurs() throws IOException {
        try {
            FileLock held = lock.tryLock();
            return held != null;
        } catch (OverlappingFileLockException e) {
            return false; // another gateway of this very process
        }
    }

    /** What an earlier process left, in order. */
    TreeMap<Long, Segment> segments() throws IOException {
        TreeMap<Long, Segment> segments = new TreeMap<>();
        for (Path file : files()) {
            Segment segment = scan(file);
            if (segment.waiting() > 0) {
                segments.put(segment.number(), segment);
            } else {
                Files.delete(file); // killed before anything in it was whole, so before anybody was told 200
            }
        }
        return segments;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.path())) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{10}\\" + ENDING))
                    .toList();
        }
    }

    private static Segment scan(Path file) throws IOException {
        long length = Files.size(file);
        long number = Long.parseLong(file.getFileName().toString().replace(ENDING, ""));
        FrameScan scan = new FrameScan(ByteBuffer.wrap(Files.readAllBytes(file)));
        int records = 0;
        long first = 0;
        for (Frame frame = scan.next(); frame != null; frame = scan.next()) {
            first = records == 0 ? frame.millis() : first;
            records++;
        }
        if (scan.hasSkipped()) {
            LOG.warn("{} has bytes that are no whole record; {} records in it are whole", file.getFileName(), records);
        }
        return new Segment(number, file, first, length, records, scan.isDamaged());
    }

    /** A new file, whose name is on the disk too. */
    Segment create(long number, long firstMillis) throws IOException {
        Path file = folder.path().resolve(String.format("%010d%s", number, ENDING));
        FileChannel channel =
                FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_ONLY);
        folder.forceNames();
        return new Segment(number, file, channel, firstMillis);
    }

    /** Deletes what has been drained; a file that the disk damaged stays beside it, for somebody to look at. */
    void remove(Segment segment) throws IOException {
        Path file = segment.file();
        if (segment.isDamaged()) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".damaged"));
        } else {
            Files.deleteIfExists(file);
        }
    }

    /** @throws IOException where the disk takes nothing */
    void tryWriting() throws IOException {
        folder.tryWriting();
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
