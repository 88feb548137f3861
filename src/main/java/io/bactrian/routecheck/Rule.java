package io.bactrian.routecheck;

import java.util.List;

/** Something that every route file keeps to by itself. */
interface Rule {

    List<Finding> check(RouteFile file);
}
