package io.bactrian;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A way to a server on this machine that can be cut, so that connecting is refused, or fall silent. */
public final class Wire implements AutoCloseable {

    private final int target;
    private final int port;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket server;
    private volatile CountDownLatch speaks = new CountDownLatch(0);

    public Wire(int target) throws IOException {
        this.target = target;
        this.server = listen(0);
        this.port = server.getLocalPort();
        threads.execute(() -> accept(server));
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    public int port() {
        return port;
    }

    /** Ends what is connected and refuses everybody. */
    public void cut() throws IOException {
        server.close();
        hangUp();
    }

    /** Takes connections and bytes and says nothing any more. */
    public void fallSilent() {
        speaks = new CountDownLatch(1);
    }

    /** As at the start; who was connected has to connect again. */
    public void mend() throws IOException {
        hangUp();
        speaks.countDown();
        if (server.isClosed()) {
            ServerSocket again = listen(port);
            server = again;
            threads.execute(() -> accept(again));
        }
    }

    private void accept(ServerSocket from) {
        try {
            while (true) {
                Socket near = from.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(near);
                sockets.add(far);
                threads.execute(() -> carry(near, far));
                threads.execute(() -> carry(far, near));
            }
        } catch (IOException e) {
            hangUp(); // cut, or the server behind it is gone
        }
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] bytes = new byte[8192];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                speaks.await();
                out.write(bytes, 0, read);
            }
        } catch (IOException | InterruptedException e) {
            // the connection is over, which is all there is to know
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private void hangUp() {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        cut();
        speaks.countDown();
        threads.shutdownNow();
    }
}
