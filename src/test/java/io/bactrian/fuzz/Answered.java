package io.bactrian.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** An answer as it came over the wire; status 0 where the connection was closed without one. */
record Answered(int status, Map<String, String> headers, String body) {

    private static final int PATIENCE_MILLIS = 60_000;

    static Answered to(int port, byte[] request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            write(socket, request);
            // One character a byte, for the sizes of chunks count bytes.
            return parse(new String(read(socket), StandardCharsets.ISO_8859_1));
        }
    }

    /** A server that has answered already may have hung up: its answer is read all the same. */
    private static void write(Socket socket, byte[] request) throws IOException {
        try {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            socket.shutdownOutput();
        } catch (SocketException e) {
            if (socket.isClosed()) {
                throw e;
            }
        }
    }

    private static byte[] read(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] step = new byte[8192];
        try {
            for (int length = in.read(step); length >= 0; length = in.read(step)) {
                all.write(step, 0, length);
            }
        } catch (SocketException e) {
            return all.toByteArray(); // reset after what it had to say
        }
        return all.toByteArray();
    }

    private static Answered parse(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0 || !text.startsWith("HTTP/1.1 ")) {
            return new Answered(0, Map.of(), text);
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        String[] lines = text.substring(0, end).split("\r\n");
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon), lines[i].substring(colon + 1).strip());
        }
        String body = text.substring(end + 4);
        boolean chunked = "chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"));
        return new Answered(
                Integer.parseInt(lines[0].substring(9, 12)), headers, utf8(chunked ? unchunked(body) : body));
    }

    private static String unchunked(String body) {
        StringBuilder all = new StringBuilder();
        int at = 0;
        while (at < body.length()) {
            int line = body.indexOf("\r\n", at);
            int size = Integer.parseInt(body.substring(at, line).strip(), 16);
            all.append(body, line + 2, line + 2 + size);
            at = line + 2 + size + 2;
        }
        return all.toString();
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
