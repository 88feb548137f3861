package io.bactrian;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A gateway in a process of its own, so that it can be killed. */
public final class ForkedGateway implements AutoCloseable {

    private final int port;
    private final Process process;

    /** @param settings more of them, each {@code name=value} */
    public ForkedGateway(Path data, String... settings) throws IOException {
        port = freePort();
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Bactrian.class.getName(),
                "--server.port=" + port,
                "--sms.data-dir=" + data,
                "--sms.public-url=https://gateway.example",
                "--twilio.auth-token=" + Gateway.TOKEN,
                "--sms.operator.password=a-password-of-a-test"));
        List.of(settings).forEach(setting -> command.add("--" + setting));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File("target/forked-gateway.log"))
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public boolean isUp() {
        try {
            URI health = URI.create("http://localhost:" + port + "/actuator/health/liveness");
            return Gateway.send(HttpRequest.newBuilder(health).GET().build()).statusCode() == 200;
        } catch (IllegalStateException e) {
            return false; // it does not listen yet
        }
    }

    /** Posts a signed form as Twilio does, and gives the status of the answer. */
    public int postSigned(String path, Map<String, String> form) {
        return Gateway.postSigned("http://localhost:" + port, path, form).statusCode();
    }

    /** As {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
