package io.bactrian.camel.trace;

import io.bactrian.trace.Episode;
import io.bactrian.trial.LiveCopies;
import java.time.Instant;
import java.util.function.Supplier;

/** What a recorder needs of its surroundings. */
public interface Recording {

    Instant now();

    /** Which instance of the gateway this is. */
    String instance();

    /** Takes what was recorded; never waits and never fails. */
    void offer(Supplier<Episode> episode);

    /** Where copies of texts go. */
    LiveCopies copies();
}
