package io.bactrian.faults;

import io.bactrian.Bactrian;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The gateway's program as a process of its own, which can be killed and started again. */
final class Program implements AutoCloseable {

    /** What the gateway promises. */
    private static final int STOP_SECONDS = 30;

    private final String name;
    private final int port;
    private final File log;
    private final List<String> command = new ArrayList<>();
    private Process process;

    Program(String name, int port, Path folder, Map<String, String> settings) {
        this.name = name;
        this.port = port;
        this.log = folder.resolve(name + ".log").toFile();
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Bactrian.class.getName(),
                "--server.port=" + port,
                "--sms.data-dir=" + folder.resolve(name)));
        settings.forEach((setting, value) -> command.add("--" + setting + "=" + value));
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    synchronized void start() throws IOException {
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    /** {@code kill -9}. */
    synchronized void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM; it is given time to finish what is under way, and none of ours. */
    synchronized void terminate() {
        process.destroy();
    }

    /** SIGTERM, and the wait for its end. */
    synchronized void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(name + " does not end on SIGTERM");
        }
    }

    /** It can write nothing to its disk any more. */
    synchronized void fillDisk() throws IOException, InterruptedException {
        Disk.fill(process.pid());
    }

    synchronized void emptyDisk() throws IOException, InterruptedException {
        Disk.empty(process.pid());
    }

    synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    @Override
    public synchronized void close() throws InterruptedException {
        if (process != null) {
            kill();
        }
    }
}
