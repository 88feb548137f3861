package io.bactrian.provider.simulator.fault;

import jakarta.servlet.ServletRequest;

/** The end of a connection in the place of an answer. Whoever handles it does {@link #now(ServletRequest)} and no more. */
public final class Cut extends RuntimeException {

    Cut() {
        super("the connection is cut", null, false, false);
    }

    /** Closes the connection of that call, whatever has been written so far. On a thread of the web server only. */
    public void now(ServletRequest request) {
        Connections.cut(request);
    }
}
