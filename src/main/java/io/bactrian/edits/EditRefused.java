package io.bactrian.edits;

import io.bactrian.routecheck.Finding;
import java.util.List;

/** A version of a route file that does not work now; nothing has changed. */
public class EditRefused extends RuntimeException {

    private final transient List<Finding> findings;

    EditRefused(List<Finding> findings) {
        super(String.valueOf(findings), null, false, false);
        this.findings = findings;
    }

    public List<Finding> findings() {
        return findings;
    }
}
