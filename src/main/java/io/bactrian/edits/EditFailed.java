package io.bactrian.edits;

import io.bactrian.routecheck.Finding;

/** Routes that had passed every check did not start; the old ones run on. */
public class EditFailed extends Exception {

    private final transient Finding finding;

    public EditFailed(Finding finding, Throwable cause) {
        super(finding.toString(), cause);
        this.finding = finding;
    }

    Finding finding() {
        return finding;
    }
}
