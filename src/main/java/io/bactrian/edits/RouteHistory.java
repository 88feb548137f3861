package io.bactrian.edits;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.bactrian.routecheck.RouteFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The last good versions of each route file, one JSON file each below {@code routes-history} of the data folder. */
final class RouteHistory {

    private static final String ENDING = ".json";

    private final Path folder;
    private final int keep;
    private final ObjectMapper json;
    private final Clock clock;
    private final Map<String, RouteVersion> latest = new HashMap<>();

    /** @param keep how many of each file */
    RouteHistory(Path folder, int keep, ObjectMapper json, Clock clock) {
        this.folder = folder;
        this.keep = keep;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Keeps what has taken effect, unless the last one kept is the same.
     *
     * @throws UncheckedIOException where the disk does not take it
     */
    synchronized void keep(RouteText taken, Origin origin) {
        RouteVersion last = latest(taken.path()).orElse(null);
        if (last != null && last.text().equals(taken.text())) {
            return;
        }
        int next = last == null ? 1 : last.version() + 1;
        RouteVersion version =
                new RouteVersion(next, taken.path(), ids(taken), clock.instant(), origin.by(), taken.text());
        try {
            Path home = OwnersFile.folder(home(taken.path()));
            OwnersFile.write(home.resolve("%08d".formatted(next) + ENDING), json.writeValueAsBytes(version));
            latest.put(taken.path(), version);
            for (Path old : files(home).stream().skip(keep).toList()) {
                Files.deleteIfExists(old);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last good version of a file, where there is one. */
    synchronized Optional<RouteVersion> latest(String path) {
        RouteVersion known = latest.computeIfAbsent(path, file -> files(home(file)).stream()
                .findFirst()
                .map(this::version)
                .orElse(null));
        return Optional.ofNullable(known);
    }

    private static List<String> ids(RouteText file) {
        return file.path().endsWith(".sql")
                ? List.of()
                : RouteFile.of(file.path(), file.text()).parts().stream()
                        .map(RouteFile::id)
                        .filter(Objects::nonNull)
                        .toList();
    }

    /** The versions of a file, the newest first. */
    synchronized List<RouteVersion> of(String path) {
        return files(home(path)).stream().map(this::version).toList();
    }

    /** The file that a route was in last, running or not. */
    synchronized Optional<String> fileOf(String id) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(folder)) {
            return homes.flatMap(home -> files(home).stream().limit(1))
                    .map(this::version)
                    .filter(version -> version.routes().contains(id))
                    .max(Comparator.comparing(RouteVersion::since))
                    .map(RouteVersion::file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest first. */
    private static List<Path> files(Path home) {
        if (!Files.isDirectory(home)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(home)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RouteVersion version(Path file) {
        try {
            return json.readValue(file.toFile(), RouteVersion.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One folder a file; no part of a path leads out of it. */
    private Path home(String path) {
        return folder.resolve(path.replace("~", "~~").replace("/", "~"));
    }
}
