package io.bactrian.edits;

import java.time.Instant;
import java.util.List;

/**
 * A good version of a file: it passed every check and ran.
 *
 * @param version from 1; a file that comes back goes on counting
 * @param file below the routes folder, with slashes
 * @param routes the ids in it
 * @param since when it took effect first
 * @param by {@code start}, {@code file}, or the name of who called
 * @param text all of it
 */
public record RouteVersion(int version, String file, List<String> routes, Instant since, String by, String text) {

    /** Without what stands in it. */
    @Override
    public String toString() {
        return "RouteVersion[" + file + " " + version + "]";
    }
}
