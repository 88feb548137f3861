package io.bactrian.trace;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What is kept of the decisions of routes. One implementation a store. */
public interface Traces {

    /**
     * Keeps what is not there already, durable when this returns.
     *
     * @throws RuntimeException where the store fails
     */
    void keep(List<Episode> episodes);

    /** The episodes of those messages, oldest first. Whose they are is for the caller to know. */
    List<Episode> of(Collection<String> messageIds);

    /**
     * Forgets what began before that time.
     *
     * @return how many episodes
     */
    int forget(Instant before);
}
