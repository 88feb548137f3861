package io.bactrian.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The disk as one process sees it: full, or not. By Linux's limit on the size of files, which needs no rights. */
final class Disk {

    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");

    private Disk() {}

    /** Whether this machine can do that. */
    static boolean canBeFull() {
        return Files.isExecutable(PRLIMIT);
    }

    /** From now on the process cannot write to any file. */
    static void fill(long pid) throws IOException, InterruptedException {
        limit(pid, "0:");
    }

    static void empty(long pid) throws IOException, InterruptedException {
        limit(pid, "unlimited:");
    }

    /** A process that has ended meanwhile has no limit either. */
    private static void limit(long pid, String size) throws IOException, InterruptedException {
        new ProcessBuilder(PRLIMIT.toString(), "--pid", Long.toString(pid), "--fsize=" + size)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
