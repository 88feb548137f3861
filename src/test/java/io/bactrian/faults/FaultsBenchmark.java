package io.bactrian.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** {@code postgres|firestore|h2 SECONDS TEXTS KILLS [SEED]}: exits with 0 only where nothing is lost, doubled, stuck or wrong. */
public final class FaultsBenchmark {

    private static final int CALLERS = 48;
    private static final Duration SPELL = Duration.ofSeconds(5);

    private FaultsBenchmark() {}

    public static void main(String[] args) {
        int exit = 2;
        try {
            Report report = run(args);
            System.out.println(report);
            exit = report.isClean() ? 0 : 1;
        } catch (Exception e) {
            e.printStackTrace();
        }
        // whatever thread still lives: nothing is left to be done
        System.exit(exit);
    }

    private static Report run(String[] args) throws Exception {
        long seed = args.length > 4 ? Long.parseLong(args[4]) : System.currentTimeMillis() % 1_000_000;
        System.out.println("seed: " + seed);
        int seconds = Integer.parseInt(args[1]);
        int texts = Integer.parseInt(args[2]);
        Path folder = folder("benchmark-" + args[0] + "-" + seed);
        Scenario scenario = new Scenario(
                seed,
                Duration.ofSeconds(seconds),
                texts,
                texts / 4,
                CALLERS,
                Integer.parseInt(args[3]),
                Math.max(2, seconds / 30),
                List.of(Weather.values()),
                SPELL,
                Duration.ofMinutes(5),
                folder);
        return FaultsRun.of(scenario, store(args[0], folder), args[0].equals("h2") ? 1 : 2);
    }

    private static Store store(String name, Path folder) throws IOException {
        return switch (name) {
            case "postgres" -> new PostgresStore();
            case "firestore" -> new FirestoreStore();
            case "h2" -> new H2Store(folder);
            default -> throw new IllegalArgumentException("there is no store " + name);
        };
    }

    /** Under target, so that logs and data are there for a look. */
    static Path folder(String name) throws IOException {
        return Files.createDirectories(Path.of("target", "faults", name));
    }
}
