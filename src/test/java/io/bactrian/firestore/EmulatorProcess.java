package io.bactrian.firestore;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.awaitility.Awaitility;

/** An emulator of our own, on a free port, that ends with this JVM. */
final class EmulatorProcess {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private EmulatorProcess() {}

    /** Starts the emulator's own Java, not its script: the script's child would outlive it. */
    static String start(Path jar) {
        try {
            String address = "127.0.0.1:" + freePort();
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            Process emulator = new ProcessBuilder(
                            java,
                            "-Duser.language=en",
                            "-Xmx" + System.getProperty("firestore-emulator.heap", "512m"),
                            "-cp",
                            jar.toString(),
                            "com.google.cloud.datastore.emulator.firestore.CloudFirestore",
                            "start",
                            "--host=127.0.0.1",
                            "--port=" + address.substring(address.indexOf(':') + 1))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(emulator::destroyForcibly));
            Awaitility.await("the Firestore emulator").atMost(60, SECONDS).until(() -> answers(emulator, address));
            return address;
        } catch (IOException e) {
            throw new IllegalStateException("the Firestore emulator does not start", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean answers(Process emulator, String address) {
        if (!emulator.isAlive()) {
            throw new IllegalStateException("the Firestore emulator ended with " + emulator.exitValue());
        }
        return send(HttpRequest.newBuilder(URI.create("http://" + address + "/"))
                        .build())
                == 200;
    }

    /** The HTTP status, or 0 where nothing answers. */
    static int send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
