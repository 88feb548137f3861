package io.bactrian.trial;

import java.util.List;

/** A candidate cannot be tried. The reasons name file and line and quote nothing. */
public class TrialRefused extends RuntimeException {

    private final transient List<String> reasons;

    public TrialRefused(List<String> reasons) {
        super("the candidate cannot be tried", null, false, false);
        this.reasons = List.copyOf(reasons);
    }

    public List<String> reasons() {
        return reasons;
    }
}
