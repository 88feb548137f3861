package io.bactrian.spool;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * One record as it stands in a file: a mark, its length, a checksum over time and content, the time, the content. What
 * a kill left half-written has a wrong checksum, or no end.
 *
 * @param millis when it was kept
 */
record Frame(long millis, byte[] content) {

    static final int HEADER = 20;

    private static final int MARK = 0x42535031;

    /** A webhook's body is 64 KiB at the most; anything larger is no length but damage. */
    private static final int LARGEST = 4 * 1024 * 1024;

    int size() {
        return HEADER + content.length;
    }

    void write(ByteBuffer to) {
        to.putInt(MARK).putInt(content.length).putInt(checksum(millis, content));
        to.putLong(millis).put(content);
    }

    /** The record that begins here, or null; only where there is one does the buffer move behind it. */
    static Frame read(ByteBuffer from) {
        int start = from.position();
        if (from.remaining() < HEADER || from.getInt(start) != MARK) {
            return null;
        }
        int length = from.getInt(start + 4);
        if (length < 0 || length > LARGEST || from.remaining() < HEADER + length) {
            return null;
        }
        byte[] content = new byte[length];
        from.get(start + HEADER, content);
        Frame frame = new Frame(from.getLong(start + 12), content);
        if (from.getInt(start + 8) != checksum(frame.millis, content)) {
            return null;
        }
        from.position(start + HEADER + length);
        return frame;
    }

    private static int checksum(long millis, byte[] content) {
        CRC32C checksum = new CRC32C();
        checksum.update(ByteBuffer.allocate(Long.BYTES).putLong(0, millis));
        checksum.update(content, 0, content.length);
        return (int) checksum.getValue();
    }

    @Override
    public String toString() {
        return "Frame[" + content.length + "]";
    }
}
