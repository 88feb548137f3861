package io.bactrian.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file of records and how far it has been written, and drained. Guarded by its {@link SpoolFiles}. */
final class Segment {

    private final long number;
    private final Path file;

    /** Null for what an earlier process wrote: nothing is ever added to that. */
    private final FileChannel channel;

    private final long firstMillis;
    private long length;
    private int written;
    private int drained;
    private boolean sealed;
    private boolean damaged;

    /** One to write to. */
    Segment(long number, Path file, FileChannel channel, long firstMillis) {
        this.number = number;
        this.file = file;
        this.channel = channel;
        this.firstMillis = firstMillis;
    }

    /** One that is there. */
    Segment(long number, Path file, long firstMillis, long length, int written, boolean damaged) {
        this(number, file, null, firstMillis);
        this.length = length;
        this.written = written;
        this.damaged = damaged;
        this.sealed = true;
    }

    /** Durable when it returns. */
    void append(ByteBuffer frames) throws IOException {
        long at = length;
        while (frames.hasRemaining()) {
            at += channel.write(frames, at);
        }
        channel.force(false);
    }

    void appended(int records, long bytes) {
        written += records;
        length += bytes;
    }

    /** The bytes between two places. */
    ByteBuffer read(long from, long to) throws IOException {
        try (FileChannel reading = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate((int) (to - from));
            boolean more = true;
            while (more && bytes.hasRemaining()) {
                more = reading.read(bytes, from + bytes.position()) >= 0;
            }
            return bytes.flip();
        }
    }

    /** Nothing more is written to it. */
    void seal() throws IOException {
        sealed = true;
        if (channel != null) {
            channel.close();
        }
    }

    /** Takes away what an append that failed may have left, and seals it: who knows what the disk did. */
    void abandon() throws IOException {
        try {
            if (!sealed) {
                channel.truncate(length);
            }
        } finally {
            seal();
        }
    }

    void drainedOne() {
        drained++;
    }

    long number() {
        return number;
    }

    /** When the first record in it came. */
    long firstMillis() {
        return firstMillis;
    }

    Path file() {
        return file;
    }

    long length() {
        return length;
    }

    int waiting() {
        return written - drained;
    }

    boolean isSealed() {
        return sealed;
    }

    boolean isDamaged() {
        return damaged;
    }
}
