package io.bactrian.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.Gateway;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drippers send a byte every 20 ms until the other side has had enough. */
class SlowBodyTests {

    private static final String WEBHOOK = "/webhooks/twilio/incoming";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int THREADS = 4;

    @TempDir
    private Path data;

    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void aBodyThatDripsIsGivenUpOn() throws Exception {
        try (Gateway gateway = Gateway.start(data, "sms.http.body-time=500ms")) {
            assertThat(status(dripping(gateway, WEBHOOK, FORM))).isEqualTo("HTTP/1.1 408");
        }
    }

    @Test
    void whateverIsHereAsAWholeIsServedWhileOthersDrip() throws Exception {
        try (Gateway gateway = Gateway.start(data, "sms.http.body-time=2m", "server.tomcat.threads.max=" + THREADS)) {
            for (int i = 0; i < 2 * THREADS; i++) {
                dripping(gateway, WEBHOOK, FORM);
            }
            List<Socket> refused = new ArrayList<>();
            for (int i = 0; i < 2 * THREADS; i++) {
                refused.add(dripping(gateway, "/api/sms/send", "application/json"));
            }
            for (Socket socket : refused) {
                assertThat(status(socket)).isEqualTo("HTTP/1.1 401");
            }
            Socket whole = socket(gateway);
            send(whole, WEBHOOK, FORM, 4, "a=bc");
            assertThat(status(whole)).isEqualTo("HTTP/1.1 403");
        }
    }

    private Socket dripping(Gateway gateway, String path, String type) throws IOException {
        Socket socket = socket(gateway);
        send(socket, path, type, 60_000, "");
        drip(socket.getOutputStream());
        return socket;
    }

    private Socket socket(Gateway gateway) throws IOException {
        Socket socket = new Socket("localhost", URI.create(gateway.url("/")).getPort());
        socket.setSoTimeout(60_000);
        sockets.add(socket);
        return socket;
    }

    private static void send(Socket socket, String path, String type, int length, String body) throws IOException {
        String request = "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + length + "\r\nContent-Type: "
                + type + "\r\n\r\n" + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    private static String status(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }

    private static void drip(OutputStream out) {
        CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS).execute(() -> {
            try {
                out.write('x');
                out.flush();
                drip(out);
            } catch (SocketException e) {
                // it has
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
