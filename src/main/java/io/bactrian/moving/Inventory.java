package io.bactrian.moving;

import java.util.Arrays;
import java.util.HexFormat;

/** Reads a whole store: which one it is, how much there is, and what exactly. */
final class Inventory {

    static final int BATCH = 1_000;

    private final HouseContents house;
    private final Screen screen;

    Inventory(HouseContents house, Screen screen) {
        this.house = house;
        this.screen = screen;
    }

    /** Tells this store from another, and nothing else about it. */
    String fingerprint() {
        return HexFormat.of().formatHex(Tally.sha256(house.address()));
    }

    long total() {
        return Arrays.stream(RecordKind.values()).mapToLong(house::count).sum();
    }

    /** What the store holds now, record for record. */
    Manifest take() {
        Manifest manifest = new Manifest();
        screen.begin("checking", 0, total());
        for (RecordKind kind : RecordKind.values()) {
            var batch = house.read(kind, null, BATCH);
            while (!batch.records().isEmpty()) {
                batch.records().forEach(moved -> manifest.add(kind, RecordLine.of(moved)));
                screen.advance(batch.records().size());
                batch = house.read(kind, batch.last(), BATCH);
            }
        }
        screen.end();
        return manifest;
    }
}
