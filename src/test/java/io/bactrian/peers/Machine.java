package io.bactrian.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What Linux says of a process and its children. */
final class Machine {

    /** USER_HZ, which Linux fixes for all that /proc tells. */
    private static final double TICKS = 100;

    private Machine() {}

    /** Seconds of processor time so far. */
    static double cpu(ProcessHandle process) {
        return sum(process, pid -> {
            String[] stat = read(pid, "stat").replaceFirst(".*\\) ", "").split(" ");
            return stat.length < 13 ? 0 : (Long.parseLong(stat[11]) + Long.parseLong(stat[12])) / TICKS;
        });
    }

    /** Resident memory now, MiB. */
    static double memory(ProcessHandle process) {
        return sum(process, pid -> read(pid, "status")
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .sum());
    }

    private static double sum(ProcessHandle process, ToDoubleFunction<Long> of) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToDouble(one -> of.applyAsDouble(one.pid()))
                .sum();
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/" + file));
        } catch (NoSuchFileException e) {
            return ""; // it ended meanwhile
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
