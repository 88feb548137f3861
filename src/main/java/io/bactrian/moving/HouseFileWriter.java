package io.bactrian.moving;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/**
 * Appends lines, and can say how much of the file is safe. A compressed file is a row of gzip members, one from each
 * time that this was asked to the next, so that it can be cut there.
 */
final class HouseFileWriter implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private final boolean compressed;
    /** Null until there is something to write: a gzip member begins with a header. */
    private OutputStream lines;

    /** @param bytes what of the file stays; the rest is cut off */
    HouseFileWriter(Path path, long bytes) throws IOException {
        this.channel = OwnerOnly.open(path);
        this.compressed = HouseFile.isCompressed(path);
        channel.truncate(bytes);
        channel.position(bytes);
    }

    private OutputStream open() throws IOException {
        OutputStream file = new Unclosed(Channels.newOutputStream(channel));
        return compressed ? new GZIPOutputStream(file, BUFFER) : new BufferedOutputStream(file, BUFFER);
    }

    void append(String line) throws IOException {
        if (lines == null) {
            lines = open();
        }
        lines.write(line.getBytes(StandardCharsets.UTF_8));
        lines.write('\n');
    }

    /** Forces all of it to disk, and gives the length of the file. */
    long safe() throws IOException {
        if (lines != null) {
            lines.close();
            lines = null;
        }
        channel.force(true);
        return channel.position();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Lets a gzip member end without the file under it. */
    private static final class Unclosed extends FilterOutputStream {

        private Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
