package io.bactrian.peers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Stands in for Twilio's REST interface: takes every text after a set time, and counts. */
final class Provider implements AutoCloseable {

    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicLong lastAt = new AtomicLong();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(8);
    private final HttpServer server;
    private volatile int delayMs;

    Provider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        server.createContext("/", this::take);
        server.setExecutor(threads);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    void delay(int milliseconds) {
        delayMs = milliseconds;
    }

    int accepted() {
        return accepted.get();
    }

    /** When it took the last one, as {@link System#nanoTime}. */
    long lastAt() {
        return lastAt.get();
    }

    private void take(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            tell(exchange);
            return;
        }
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (delayMs == 0) {
            answer(exchange, form);
        } else {
            threads.schedule(() -> answer(exchange, form), delayMs, TimeUnit.MILLISECONDS);
        }
    }

    /** What became of one message: whatever was taken is delivered. */
    private static void tell(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        answer(exchange, 200, path.substring(path.lastIndexOf('/') + 1).replace(".json", ""), "delivered", "");
    }

    private void answer(HttpExchange exchange, String form) {
        String sid = "SM%032x".formatted(accepted.incrementAndGet());
        lastAt.set(System.nanoTime());
        answer(exchange, 201, sid, "queued", field(form, "To"));
    }

    private static void answer(HttpExchange exchange, int code, String sid, String status, String to) {
        byte[] json = ("{\"sid\": \"" + sid + "\", \"status\": \"" + status + "\", \"to\": \"" + to
                        + "\", \"from\": \"+15005550006\", \"body\": \"\", \"num_segments\": \"1\", \"num_media\": \"0\","
                        + "\"direction\": \"outbound-api\", \"account_sid\": \"AC00000000000000000000000000000000\","
                        + "\"api_version\": \"2010-04-01\", \"error_code\": null, \"error_message\": null, \"price\": null,"
                        + "\"price_unit\": \"USD\", \"date_created\": \"Thu, 26 Nov 2026 12:00:00 +0000\"}")
                .getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(code, json.length);
            exchange.getResponseBody().write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String field(String form, String name) {
        for (String pair : form.split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
