package io.bactrian.routecheck;

/**
 * A call from one shape of the route map to another.
 *
 * @param queued true where the caller does not wait for it
 */
record MapArrow(MapNode from, MapNode to, boolean queued) {

    String mermaid() {
        return from.id() + (queued ? " -.-> " : " --> ") + to.id();
    }
}
