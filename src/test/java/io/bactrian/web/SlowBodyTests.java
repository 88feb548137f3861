package io.bactrian.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.Gateway;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowBodyTests {

    @TempDir
    private Path data;

    @Test
    void aBodyThatDripsIsGivenUpOn() throws Exception {
        try (Gateway gateway = Gateway.start(data, "sms.http.body-time=500ms");
                Socket socket =
                        new Socket("localhost", URI.create(gateway.url("/")).getPort())) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /webhooks/twilio/incoming HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n"
                            + "Content-Type: application/x-www-form-urlencoded\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            drip(out);
            InputStream in = socket.getInputStream();
            assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 408");
        }
    }

    /** A byte every 20 ms until the other side has had enough. */
    private static void drip(OutputStream out) {
        CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS).execute(() -> {
            try {
                out.write('x');
                out.flush();
                drip(out);
            } catch (SocketException e) {
                // it has
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }
}
