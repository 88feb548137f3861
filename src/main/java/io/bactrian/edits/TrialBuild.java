package io.bactrian.edits;

import io.bactrian.routecheck.Finding;
import java.util.Collection;
import java.util.List;

/** Builds routes where nothing runs. */
public interface TrialBuild {

    /** What would not work, by file and line; nothing of the gateway is touched. */
    List<Finding> build(Collection<RouteText> files);
}
