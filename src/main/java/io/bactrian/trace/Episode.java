package io.bactrian.trace;

import java.time.Instant;
import java.util.List;

/**
 * What the routes decided about a message from where it entered them until they were done with it, that time.
 *
 * @param id of the episode; sorts by time
 * @param messageId the message, or the batch, that it was about
 * @param at when it began, UTC
 * @param route where it entered
 * @param instance which instance of the gateway it was
 * @param steps in order
 */
public record Episode(String id, String messageId, Instant at, String route, String instance, List<TraceStep> steps) {

    public Episode {
        steps = List.copyOf(steps);
    }
}
