package io.bactrian;

import static org.awaitility.Awaitility.await;

import io.bactrian.provider.twilio.TwilioSignature;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A gateway in a process of its own, which can be killed. */
public final class ForkedGateway implements AutoCloseable {

    private static final String PATH = "/webhooks/twilio/incoming";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final int port;

    private ForkedGateway(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Comes back when the gateway takes webhooks.
     *
     * @param log the name of its log in {@code target}
     * @param settings more of them, each {@code name=value}
     */
    public static ForkedGateway start(String log, Path dataDir, String... settings) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Bactrian.class.getName(),
                "--server.port=" + port,
                "--sms.data-dir=" + dataDir,
                "--sms.public-url=https://gateway.example",
                "--twilio.auth-token=" + Gateway.TOKEN));
        for (String setting : settings) {
            command.add("--" + setting);
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File("target/" + log + ".log"))
                .start();
        ForkedGateway gateway = new ForkedGateway(process, port);
        await("the forked gateway").atMost(Duration.ofSeconds(120)).until(gateway::isUp);
        return gateway;
    }

    private boolean isUp() {
        try {
            return post(Map.of()) == 400;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Posts a signed webhook.
     *
     * @return the HTTP status
     * @throws IOException where the process is gone
     */
    public int post(Map<String, String> form) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + PATH))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "X-Twilio-Signature",
                        TwilioSignature.sign("https://gateway.example" + PATH, form, Gateway.TOKEN))
                .POST(HttpRequest.BodyPublishers.ofString(Gateway.encoded(form)))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** As {@code kill -9} does. */
    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
