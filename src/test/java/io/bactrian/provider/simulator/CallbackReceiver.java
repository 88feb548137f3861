package io.bactrian.provider.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.bactrian.provider.simulator.SimulatorHouse.Posted;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes reports and remembers their order. */
final class CallbackReceiver implements AutoCloseable {

    private final List<Posted> seen = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    CallbackReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    String url(String id) {
        return "http://localhost:" + server.getAddress().getPort() + "/status/" + id;
    }

    List<String> statusesOf(String sid) {
        return seen.stream()
                .filter(post -> post.first("MessageSid").equals(sid))
                .map(post -> post.first("MessageStatus"))
                .toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen.add(new Posted(Posted.decode(body), null, null));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
