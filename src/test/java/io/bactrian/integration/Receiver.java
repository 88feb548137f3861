package io.bactrian.integration;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Another system, which takes what is posted to it when and as the test wants. */
final class Receiver implements AutoCloseable {

    record Post(String id, String timestamp, String signature, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Integer>> refusals = new ConcurrentHashMap<>();
    private final Semaphore open = new Semaphore(0);
    private volatile boolean held;

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders();
            String id = headers.getFirst("webhook-id");
            posts.add(new Post(id, headers.getFirst("webhook-timestamp"), headers.getFirst("webhook-signature"), body));
            if (held) {
                open.acquireUninterruptibly();
                open.release();
            }
            Integer refusal = id == null
                    ? null
                    : refusals.getOrDefault(id, new ConcurrentLinkedQueue<>()).poll();
            exchange.sendResponseHeaders(refusal == null ? 204 : refusal, -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/take";
    }

    /** The next posts of that id are answered so. */
    void refuse(String id, Integer... statuses) {
        refusals.put(id, new ConcurrentLinkedQueue<>(List.of(statuses)));
    }

    /** Nothing is answered until {@link #letGo}. */
    void hold() {
        held = true;
    }

    void letGo() {
        held = false;
        open.release();
    }

    List<Post> posts() {
        return posts;
    }

    @Override
    public void close() {
        letGo();
        server.stop(0);
        threads.shutdownNow();
    }
}
