package io.bactrian.peers;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A server that is measured.
 *
 * @param name as the table has it
 * @param readyAfter seconds from the start of the process to the first answer
 */
record Peer(String name, Process process, int port, Held held, double readyAfter) implements AutoCloseable {

    /** Any request that it answers, if only to refuse it. */
    private static final Request KNOCK = Request.post("knock", "/webhooks/twilio/incoming", "text/plain", "", "");

    static Peer start(String name, List<String> command, Map<String, String> environment, int port, Held held, Path log)
            throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(new File(log.toString()));
        builder.environment().putAll(environment);
        long start = System.nanoTime();
        Process process = builder.start();
        await(name)
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> answers(process, port, log));
        return new Peer(name, process, port, held, (System.nanoTime() - start) / 1e9);
    }

    private static boolean answers(Process process, int port, Path log) {
        if (!process.isAlive()) {
            throw new IllegalStateException("it has ended; its log is " + log);
        }
        try (Connection connection = new Connection(port)) {
            return connection.post(KNOCK).status() < 500;
        } catch (IOException e) {
            return false; // not yet
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    double cpu() {
        return Machine.cpu(process.toHandle());
    }

    double memory() {
        return Machine.memory(process.toHandle());
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
