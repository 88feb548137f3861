package io.bactrian.spool;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Reads the records of all files, in the order in which they came, each once. */
final class SpoolReader {

    /** A record and the file that it stands in. */
    record Place(Segment segment, Frame frame) {}

    private final SpoolFiles files;
    private Segment segment;
    private long offset;
    private FrameScan scan = new FrameScan(ByteBuffer.allocate(0));

    SpoolReader(SpoolFiles files) {
        this.files = files;
    }

    /** Null where there is none yet. */
    Place next() throws IOException {
        Frame frame = scan.next();
        while (frame == null) {
            if (!readOn()) {
                return null;
            }
            frame = scan.next();
        }
        return new Place(segment, frame);
    }

    /** False where everything has been read. */
    private boolean readOn() throws IOException {
        // In this order: once there is a later file, nothing is added to this one any more.
        Segment later = files.after(segment == null ? 0 : segment.number());
        Segment next = segment != null && files.readable(segment) > offset ? segment : later;
        if (next == null) {
            return false;
        }
        if (next != segment) {
            offset = 0;
        }
        long end = files.readable(next);
        scan = new FrameScan(next.read(offset, end));
        segment = next;
        offset = end;
        return true;
    }
}
