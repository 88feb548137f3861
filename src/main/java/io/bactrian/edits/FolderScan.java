package io.bactrian.edits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What the routes folder holds at a moment. Looked at, not listened to: events are not told on every mount (NFS, Docker
 * Desktop), and Kubernetes exchanges a link to the whole folder.
 */
final class FolderScan {

    /** What tells that a file has changed, without reading it. */
    record Stamp(long size, long modifiedNs, Object file) {}

    private final Path folder;

    FolderScan(Path folder) {
        this.folder = folder;
    }

    /** Of each file its stamp, by its path with slashes; nothing where the folder changed under the eyes. */
    Optional<Map<String, Stamp>> stamps() {
        Map<String, Stamp> stamps = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : (Iterable<Path>) files.filter(this::counts)::iterator) {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                if (now.isRegularFile()) {
                    stamps.put(
                            path(file),
                            new Stamp(now.size(), now.lastModifiedTime().to(TimeUnit.NANOSECONDS), now.fileKey()));
                }
            }
            return Optional.of(stamps);
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** Of each file its text. */
    Optional<Map<String, String>> texts() {
        return stamps().flatMap(stamps -> {
            Map<String, String> texts = new TreeMap<>();
            try {
                for (String path : stamps.keySet()) {
                    texts.put(path, Files.readString(folder.resolve(path)));
                }
                return Optional.of(texts);
            } catch (IOException e) {
                return Optional.empty();
            }
        });
    }

    private String path(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** Editors and Kubernetes keep their own beside ours, under names that begin with a dot. */
    private boolean counts(Path file) {
        String path = path(file);
        return (path.endsWith(".camel.yaml") || path.endsWith(".sql")) && !path.startsWith(".") && !path.contains("/.");
    }
}
