package io.bactrian.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of the spool: the last one is written to, all of them are read, and each goes once it is drained. */
final class SpoolFiles {

    /** Small enough to be read at once. */
    private static final long LARGEST = 4L * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(SpoolFiles.class);

    private final SpoolFolder folder;
    private final TreeMap<Long, Segment> segments;
    private long last;
    private int depth;
    private long size;
    private Segment active;
    private boolean writing;

    SpoolFiles(SpoolFolder folder) throws IOException {
        this.folder = folder;
        this.segments = folder.segments();
        this.last = segments.isEmpty() ? 0 : segments.lastKey();
        this.depth = segments.values().stream().mapToInt(Segment::waiting).sum();
        this.size = segments.values().stream().mapToLong(Segment::length).sum();
    }

    /**
     * By one thread at a time; durable when it returns.
     *
     * @throws IOException where the disk refuses it: then nothing of the group counts as kept
     */
    void append(List<Frame> group) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(group.stream().mapToInt(Frame::size).sum());
        group.forEach(frame -> frame.write(bytes));
        Segment segment = begin(group.get(0).millis());
        boolean durable = false;
        try {
            segment.append(bytes.flip());
            durable = true;
        } finally {
            end(segment, durable ? group.size() : 0, bytes.capacity());
        }
    }

    private synchronized Segment begin(long millis) throws IOException {
        if (active != null && active.length() >= LARGEST) {
            seal(active);
        }
        if (active == null || active.isSealed()) {
            active = folder.create(++last, millis);
            segments.put(last, active);
        }
        writing = true;
        return active;
    }

    private synchronized void end(Segment segment, int records, long bytes) throws IOException {
        writing = false;
        if (records > 0) {
            segment.appended(records, bytes);
            depth += records;
            size += bytes;
        } else {
            removeIfDrained(segment);
            segment.abandon();
        }
    }

    /** By the reader: one record less waits. */
    synchronized void drained(Segment segment) {
        segment.drainedOne();
        depth--;
        removeIfDrained(segment);
    }

    private void removeIfDrained(Segment segment) {
        if (segment.waiting() > 0 || segment == active && writing) {
            return;
        }
        segments.remove(segment.number());
        size -= segment.length();
        try {
            seal(segment);
            folder.remove(segment);
        } catch (IOException e) {
            // It is drained once more after the next start, which changes nothing.
            LOG.warn("{} is drained and cannot be deleted", segment.file().getFileName());
        }
    }

    private void seal(Segment segment) throws IOException {
        if (!segment.isSealed()) {
            segment.seal();
        }
    }

    /** The file that follows, or null. */
    synchronized Segment after(long number) {
        Map.Entry<Long, Segment> next = segments.higherEntry(number);
        return next == null ? null : next.getValue();
    }

    /** How far it can be read now. */
    synchronized long readable(Segment segment) {
        return segment.length();
    }

    synchronized int depth() {
        return depth;
    }

    synchronized long bytes() {
        return size;
    }

    /** When the first record of the first file came, or null. */
    synchronized Long firstMillis() {
        return segments.isEmpty() ? null : segments.firstEntry().getValue().firstMillis();
    }

    synchronized void close() throws IOException {
        if (active != null) {
            seal(active);
        }
        folder.close();
    }

    void tryWriting() throws IOException {
        folder.tryWriting();
    }
}
