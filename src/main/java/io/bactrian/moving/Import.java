package io.bactrian.moving;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Carries a file into an empty store. Stopped at any time, it goes on where it was. */
final class Import {

    private final HouseContents house;
    private final Path path;
    private final Screen screen;
    private final Inventory inventory;
    private final HouseFile file;

    Import(HouseContents house, Path path, Screen screen) {
        this.house = house;
        this.path = path;
        this.screen = screen;
        this.inventory = new Inventory(house, screen);
        this.file = new HouseFile(path);
    }

    /** @throws MoveFailed where the store does not hold what the file does */
    void run() throws IOException {
        Manifest manifest = checkedFile();
        String store = inventory.fingerprint();
        ImportCheckpoint reached = ImportCheckpoint.read(path, store, manifest);
        if (reached == null && inventory.total() > 0) {
            mustBeThereAlready(manifest);
            return;
        }
        ImportCheckpoint begin = reached == null ? new ImportCheckpoint(store, manifest, 0) : reached;
        begin.write(path);
        carry(begin);
        check(manifest);
        Files.delete(ImportCheckpoint.beside(path));
        screen.say("imported " + manifest.total() + " records from " + path);
    }

    /** Reads all of it before anything is stored, so that a damaged file changes nothing. */
    private Manifest checkedFile() throws IOException {
        Manifest found = new Manifest();
        Manifest said = file.read(found::add);
        if (!found.equals(said)) {
            throw MoveFailed.different(
                    "the file was changed since it was written (" + found.differences("found", said, "expected") + ")");
        }
        return said;
    }

    private void mustBeThereAlready(Manifest manifest) {
        if (!inventory.take().equals(manifest)) {
            throw new MoveFailed("the store holds something else already: an import goes into an empty store");
        }
        screen.say("all of " + path + " is there already");
    }

    private void carry(ImportCheckpoint begin) throws IOException {
        screen.begin("importing", begin.records(), begin.manifest().total());
        Loading loading = new Loading(house, path, screen, begin);
        file.read(loading::next);
        loading.unload();
        screen.end();
    }

    private void check(Manifest manifest) {
        String differences = manifest.differences("in the file", inventory.take(), "in the store");
        if (!differences.isEmpty()) {
            throw MoveFailed.different("the store does not hold what the file does (" + differences + ")");
        }
    }
}
