package io.bactrian.spool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The oldest records that wait, in memory: what cannot be done yet stays here while later ones go past it. */
final class Window {

    /** Enough to find many different numbers among them, and at 64 KiB each not more than a small heap holds. */
    private static final int LARGEST = 1_000;

    private final SpoolFiles files;
    private final SpoolReader reader;
    private final WorkJson json;
    private final Set<SpooledWork> works = new LinkedHashSet<>();

    Window(SpoolFiles files, WorkJson json) {
        this.files = files;
        this.reader = new SpoolReader(files);
        this.json = json;
    }

    /**
     * The oldest of each key, in order.
     *
     * @param held keys that are left out
     * @throws IOException where the files cannot be read
     */
    synchronized List<SpooledWork> oldestOfEach(int most, Set<Object> held) throws IOException {
        fill();
        Set<Object> keys = new HashSet<>(held);
        List<SpooledWork> chosen = new ArrayList<>();
        for (SpooledWork work : works) {
            if (chosen.size() < most && keys.add(work.key())) {
                chosen.add(work);
            }
        }
        return chosen;
    }

    private void fill() throws IOException {
        SpoolReader.Place place = null;
        while (works.size() < LARGEST && (place = reader.next()) != null) {
            works.add(json.read(place));
        }
    }

    synchronized void done(SpooledWork work) {
        if (works.remove(work)) {
            files.drained(work.segment());
        }
    }

    /** When the oldest of them came, or null. */
    synchronized Long oldestMillis() {
        return works.isEmpty() ? null : works.iterator().next().millis();
    }
}
