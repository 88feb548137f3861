package io.bactrian.api;

import java.util.List;

/**
 * What was made of an import, or would be made of it.
 *
 * @param accepted how many rows changed something
 * @param unchanged how many said what was known already
 */
public record OptOutImportResult(boolean dryRun, int accepted, int unchanged, List<BulkResult.Rejected> rejected) {

    static OptOutImportResult of(OptOutDraft draft) {
        return new OptOutImportResult(draft.dryRun(), draft.rows().size(), draft.unchanged(), draft.rejected());
    }
}
