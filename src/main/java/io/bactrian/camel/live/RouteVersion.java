package io.bactrian.camel.live;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.AsyncProcessor;

/** The steps of a route as one version of its file has them, and how many exchanges are in them. */
final class RouteVersion {

    private final AsyncProcessor steps;
    private final AtomicInteger inside = new AtomicInteger();

    RouteVersion(AsyncProcessor steps) {
        this.steps = steps;
    }

    AsyncProcessor steps() {
        return steps;
    }

    void enter() {
        inside.incrementAndGet();
    }

    void leave() {
        inside.decrementAndGet();
    }

    int inside() {
        return inside.get();
    }
}
