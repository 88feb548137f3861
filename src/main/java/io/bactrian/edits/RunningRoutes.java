package io.bactrian.edits;

import java.util.Collection;
import java.util.List;

/** The routes that run, which can be exchanged while they do. */
public interface RunningRoutes {

    /**
     * Does the whole change or nothing. Nothing that is under way fails of it.
     *
     * @param arriving files that are new, or have a new version
     * @param gone paths of files that are no more
     * @throws EditFailed where a route does not start
     */
    void change(Collection<RouteText> arriving, Collection<String> gone) throws EditFailed;

    /** Every route of a file below the routes folder, by its id. */
    List<RouteState> states();
}
