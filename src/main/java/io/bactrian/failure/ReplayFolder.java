package io.bactrian.failure;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replays as files, one JSON object each, whole or not there. */
final class ReplayFolder {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayFolder.class);
    private static final String ENDING = ".json";

    private final ObjectMapper json = JobJson.mapper();
    private final Path folder;

    ReplayFolder(Path folder) {
        this.folder = DataFolder.open(folder).path();
    }

    void keep(BulkReplay replay) {
        BulkReplay.Kept kept = replay.kept();
        try {
            DurableFile.write(file(kept.id()), json.writeValueAsBytes(kept), kept.startedAt());
        } catch (IOException e) {
            throw new UncheckedIOException("a replay cannot be written", e);
        }
    }

    void remove(BulkReplay replay) {
        try {
            Files.deleteIfExists(file(replay.id()));
        } catch (IOException e) {
            LOG.warn(
                    "{} is an old replay and cannot be removed: {}",
                    replay.id(),
                    Cause.of(e).line());
        }
    }

    /** The oldest first. */
    List<BulkReplay> read() {
        List<BulkReplay> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : files) {
                read(file, found);
            }
        } catch (IOException e) {
            throw new DataFolderRefused(folder, e);
        }
        found.sort(Comparator.comparing(BulkReplay::startedAt));
        return found;
    }

    private void read(Path file, List<BulkReplay> found) {
        try {
            found.add(new BulkReplay(json.readValue(file.toFile(), BulkReplay.Kept.class)));
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} is a replay that cannot be read and does not go on", file.getFileName());
        }
    }

    private Path file(String id) {
        return folder.resolve(id + ENDING);
    }
}
