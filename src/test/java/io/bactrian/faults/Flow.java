package io.bactrian.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** What moves between sockets, as long as it is not stopped. */
final class Flow {

    private static final int CHUNK = 16_384;

    private boolean stopped;

    synchronized void stop() {
        stopped = true;
    }

    synchronized void go() {
        stopped = false;
        notifyAll();
    }

    /** Carries what comes from one to the other until either is closed; then both are. */
    void carry(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] chunk = new byte[CHUNK];
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                awaitGo();
                out.write(chunk, 0, length);
            }
            awaitGo();
        } catch (IOException e) {
            // one of the two was cut off, and so is the other
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void awaitGo() throws InterruptedException {
        while (stopped) {
            wait();
        }
    }

    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed, in its way
        }
    }
}
