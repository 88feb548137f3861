package io.bactrian.moving;

import io.bactrian.domain.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Gathers the records of one kind until there are enough for a commit. */
final class Loading {

    private final HouseContents house;
    private final Path path;
    private final Screen screen;
    private final ImportCheckpoint begin;
    private final List<MovedRecord> batch = new ArrayList<>();
    private long seen;

    Loading(HouseContents house, Path path, Screen screen, ImportCheckpoint begin) {
        this.house = house;
        this.path = path;
        this.screen = screen;
        this.begin = begin;
    }

    void next(RecordKind kind, String line) throws IOException {
        if (seen < begin.records()) {
            seen++;
            return;
        }
        if (batch.size() == Inventory.BATCH || !batch.isEmpty() && batch.get(0).kind() != kind) {
            unload();
        }
        batch.add(RecordLine.read(kind, line));
    }

    void unload() throws IOException {
        if (!batch.isEmpty()) {
            put();
            seen += batch.size();
            screen.advance(batch.size());
            batch.clear();
            new ImportCheckpoint(begin.store(), begin.manifest(), seen).write(path);
        }
    }

    private void put() {
        try {
            house.put(batch.get(0).kind(), batch);
        } catch (StoreException e) {
            if (e.isUnavailable()) {
                throw e;
            }
            batch.forEach(this::putAlone);
        }
    }

    private void putAlone(MovedRecord moved) {
        try {
            house.put(moved.kind(), List.of(moved));
        } catch (StoreException e) {
            long line = 2 + seen + batch.indexOf(moved);
            throw new MoveFailed("line " + line + " of " + path.getFileName() + ", one of "
                    + moved.kind().collection() + ", cannot be kept by this store: " + e.getMessage());
        }
    }
}
