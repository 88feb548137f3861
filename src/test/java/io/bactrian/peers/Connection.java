package io.bactrian.peers;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection that is kept, and costs little: what it spends is taken from whoever is measured. */
final class Connection implements AutoCloseable {

    private static final int TIMEOUT_MS = 30_000;

    private final int port;
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    Connection(int port) throws IOException {
        this.port = port;
        connect();
    }

    private void connect() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MS);
        in = new BufferedInputStream(socket.getInputStream(), 4096);
        out = socket.getOutputStream();
    }

    /** Posts and reads the answer to its end. */
    Answer post(Request request) throws IOException {
        out.write(request.bytes());
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String name = header.toLowerCase(Locale.ROOT);
            if (name.startsWith("content-length:")) {
                length = Integer.parseInt(
                        name.substring("content-length:".length()).trim());
            } else if (name.startsWith("transfer-encoding:")) {
                chunked = name.contains("chunked");
            } else if (name.startsWith("connection:")) {
                last = name.contains("close");
            }
        }
        Answer answer = new Answer(status, chunked ? chunks() : in.readNBytes(length));
        if (last) {
            socket.close();
            connect();
        }
        return answer;
    }

    private byte[] chunks() throws IOException {
        byte[] all = {};
        while (true) {
            int size = Integer.parseInt(line().trim(), 16);
            byte[] chunk = in.readNBytes(size);
            line();
            if (size == 0) {
                return all;
            }
            byte[] longer = java.util.Arrays.copyOf(all, all.length + size);
            System.arraycopy(chunk, 0, longer, all.length, size);
            all = longer;
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection was closed");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** What came back. */
    record Answer(int status, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }
}
