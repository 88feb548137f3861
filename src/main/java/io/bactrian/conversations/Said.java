package io.bactrian.conversations;

import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.OutgoingMessage;
import java.time.Instant;

/** A message of a thread: one of the two. */
public record Said(IncomingMessage incoming, OutgoingMessage outgoing) {

    static Said of(IncomingMessage message) {
        return new Said(message, null);
    }

    static Said of(OutgoingMessage message) {
        return new Said(null, message);
    }

    /** When it came in, or was queued, UTC. */
    public Instant when() {
        return incoming == null ? outgoing.queuedAt() : incoming.receivedAt();
    }

    @Override
    public String toString() {
        return "Said[" + (incoming == null ? outgoing : incoming) + "]";
    }
}
