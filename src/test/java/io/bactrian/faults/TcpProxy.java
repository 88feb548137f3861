package io.bactrian.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A port that leads to one of several others, in turn, or to none. It can refuse, hang and cut, as networks do.
 *
 * <p>What was under way when it began to hang arrives when that is over, even where its sender has given up.
 */
final class TcpProxy implements AutoCloseable {

    private static final int BACKLOG = 200;
    private static final int CONNECT_MS = 2_000;

    private final List<Integer> targets;
    private final int port;
    private final Flow flow = new Flow();
    private final AtomicInteger turn = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile ServerSocket listener;

    TcpProxy(int port, List<Integer> targets) throws IOException {
        this.port = port;
        this.targets = targets;
        listen();
    }

    int port() {
        return port;
    }

    /** Nobody listens any more, and whoever is connected is cut off. */
    void refuse() throws IOException {
        listener.close();
        cut();
    }

    /** Whoever is connected is cut off; whoever comes next is let in. */
    void cut() {
        open.forEach(Flow::close);
    }

    /** Connections stand, and nothing moves on them. */
    void hang() {
        flow.stop();
    }

    /** As if nothing had been. */
    void heal() throws IOException {
        flow.go();
        if (listener.isClosed()) {
            listen();
        }
    }

    private void listen() throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        listener = socket;
        threads.execute(() -> accept(socket));
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                Socket caller = from.accept();
                threads.execute(() -> connect(caller));
            } catch (IOException e) {
                // closed, which the loop sees; or one caller less
            }
        }
    }

    private void connect(Socket caller) {
        open.add(caller);
        Socket target = next();
        if (target == null) {
            Flow.close(caller);
        } else {
            open.add(target);
            threads.execute(() -> flow.carry(caller, target));
            flow.carry(target, caller);
            open.remove(target);
        }
        open.remove(caller);
    }

    /** The next target that can be reached, or null. */
    private Socket next() {
        int first = turn.getAndIncrement();
        for (int i = 0; i < targets.size(); i++) {
            Socket socket = new Socket();
            try {
                socket.setTcpNoDelay(true);
                int target = targets.get(Math.floorMod(first + i, targets.size()));
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), CONNECT_MS);
                return socket;
            } catch (IOException e) {
                Flow.close(socket);
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        flow.go();
        cut();
        threads.shutdownNow();
    }
}
