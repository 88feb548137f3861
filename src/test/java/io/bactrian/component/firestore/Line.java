package io.bactrian.component.firestore;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A line to the emulator that can be cut and mended. */
final class Line {

    private final String host;
    private final int port;
    private final int ownPort;
    private final List<Socket> ends = new CopyOnWriteArrayList<>();
    private ServerSocket server;

    Line(String address) throws IOException {
        host = address.split(":")[0];
        port = Integer.parseInt(address.split(":")[1]);
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        ownPort = server.getLocalPort();
        begin(this::accept);
    }

    String address() {
        return "127.0.0.1:" + ownPort;
    }

    void cut() throws IOException {
        server.close();
        for (Socket end : ends) {
            end.close();
        }
    }

    void mend() throws IOException {
        server = new ServerSocket(ownPort, 50, InetAddress.getLoopbackAddress());
        begin(this::accept);
    }

    private void accept() throws IOException {
        ServerSocket current = server;
        while (true) {
            Socket near = current.accept();
            Socket far = new Socket(host, port);
            ends.addAll(List.of(near, far));
            begin(() -> near.getInputStream().transferTo(far.getOutputStream()));
            begin(() -> far.getInputStream().transferTo(near.getOutputStream()));
        }
    }

    private interface Copying {
        void run() throws IOException;
    }

    private static void begin(Copying copying) {
        Thread thread = new Thread(() -> {
            try {
                copying.run();
            } catch (IOException e) {
                // the line was cut
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
