package io.bactrian.routecheck;

import java.util.List;

/** Something that every route file keeps to by itself. */
interface Rule {

    List<Finding> check(RouteFile file);

    /** What follows where a file does not. */
    default Finding.Weight weight() {
        return Finding.Weight.ADVICE;
    }
}
