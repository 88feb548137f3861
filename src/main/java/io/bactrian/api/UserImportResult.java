package io.bactrian.api;

import java.util.List;

/**
 * What came of the rows of a table, or would.
 *
 * @param created how many people are new in the directory
 * @param known how many were there already, and stay as they are
 */
public record UserImportResult(boolean dryRun, int created, int known, List<Rejected> rejected) {

    public UserImportResult {
        rejected = List.copyOf(rejected);
    }

    /** @param line of the table, from 1; the header is the first */
    public record Rejected(long line, String field, String reason) {}
}
