package io.bactrian.moving;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Carries a store into a file. Stopped at any time, it goes on where it was. */
final class Export {

    private final HouseContents house;
    private final Path path;
    private final Screen screen;
    private final Inventory inventory;
    private final int batchesToACheckpoint;

    Export(HouseContents house, Path path, Screen screen) {
        this(house, path, screen, 20);
    }

    Export(HouseContents house, Path path, Screen screen, int batchesToACheckpoint) {
        this.house = house;
        this.path = path;
        this.screen = screen;
        this.inventory = new Inventory(house, screen);
        this.batchesToACheckpoint = batchesToACheckpoint;
    }

    /** @throws MoveFailed where the file does not hold what the store does */
    void run() throws IOException {
        Manifest written = write(begin());
        check(written);
        Files.delete(ExportCheckpoint.beside(path));
        screen.say("exported " + written.total() + " records to " + path);
    }

    private ExportCheckpoint begin() throws IOException {
        String store = inventory.fingerprint();
        ExportCheckpoint reached = ExportCheckpoint.read(path);
        if (reached == null) {
            if (Files.exists(path)) {
                throw new MoveFailed(path + " is there already, and is never overwritten");
            }
            reached = ExportCheckpoint.start(store);
            reached.write(path);
        }
        if (!reached.store().equals(store)) {
            throw new MoveFailed(path + " was begun with another store: give a new name");
        }
        return reached;
    }

    private Manifest write(ExportCheckpoint begin) throws IOException {
        screen.begin("exporting", begin.manifest().total(), inventory.total());
        try (HouseFileWriter file = new HouseFileWriter(path, begin.bytes())) {
            if (begin.bytes() == 0) {
                file.append(HouseFile.FIRST_LINE);
            }
            for (RecordKind kind : RecordKind.values()) {
                if (kind.compareTo(begin.kind()) >= 0) {
                    write(kind, kind == begin.kind() ? begin.after() : null, begin, file);
                }
            }
            file.append(HouseFile.lastLine(begin.manifest()));
            file.safe();
        }
        screen.end();
        return begin.manifest();
    }

    private void write(RecordKind kind, String after, ExportCheckpoint begin, HouseFileWriter file) throws IOException {
        var batch = house.read(kind, after, Inventory.BATCH);
        for (int batches = 1; !batch.records().isEmpty(); batches++) {
            for (MovedRecord moved : batch.records()) {
                String line = RecordLine.of(moved);
                file.append(line);
                begin.manifest().add(kind, line);
            }
            screen.advance(batch.records().size());
            if (batches % batchesToACheckpoint == 0) {
                new ExportCheckpoint(begin.store(), file.safe(), kind, batch.last(), begin.manifest()).write(path);
            }
            batch = house.read(kind, batch.last(), Inventory.BATCH);
        }
    }

    /** The disk may not have kept what was written, and the store may have changed meanwhile. */
    private void check(Manifest written) throws IOException {
        Manifest found = new Manifest();
        new HouseFile(path).read(found::add);
        Manifest now = inventory.take();
        String differences = found.differences("in the file", now, "in the store");
        if (!differences.isEmpty() || !found.equals(written)) {
            throw MoveFailed.different("the file does not hold what the store does now; is a gateway using it? Stop it,"
                    + " delete the file and export again (" + differences + ")");
        }
    }
}
