package io.bactrian.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The logs, searched for phone numbers and texts. */
final class Leaks {

    private Leaks() {}

    /** How many lines of the logs in that folder hold one. */
    static long count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .mapToLong(Leaks::countIn)
                    .sum();
        }
    }

    private static long countIn(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> Numbers.PERSONAL.matcher(line).find()).count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
