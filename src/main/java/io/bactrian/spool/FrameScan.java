package io.bactrian.spool;

import java.nio.ByteBuffer;

/** Finds the whole records among bytes, some of which may be broken. */
final class FrameScan {

    private final ByteBuffer bytes;
    private boolean skipped;
    private boolean damaged;

    FrameScan(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** The next whole record, or null where there is none any more. */
    Frame next() {
        while (bytes.remaining() >= Frame.HEADER) {
            Frame frame = Frame.read(bytes);
            if (frame != null) {
                damaged |= skipped;
                return frame;
            }
            skipped = true;
            bytes.position(bytes.position() + 1);
        }
        skipped |= bytes.hasRemaining();
        return null;
    }

    /** True where what was left out lies before a whole record: not the half-written end of a kill, but a damaged disk. */
    boolean isDamaged() {
        return damaged;
    }

    /** True where something was left out. */
    boolean hasSkipped() {
        return skipped;
    }
}
