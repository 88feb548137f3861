package io.bactrian.web;

import java.util.concurrent.Semaphore;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.stereotype.Component;

/**
 * How many threads of the container may wait for bodies at one time: half of them. A request that is here as a whole
 * needs none of these, so it is served however many others drip.
 */
@Component
public class BodyWaits {

    private final Semaphore free;

    BodyWaits(ServerProperties server) {
        free = new Semaphore(Math.max(1, server.getTomcat().getThreads().getMax() / 2));
    }

    /** False where this thread may not wait; otherwise {@link #end} follows. */
    boolean begin() {
        return free.tryAcquire();
    }

    void end() {
        free.release();
    }
}
