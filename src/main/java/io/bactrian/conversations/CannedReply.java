package io.bactrian.conversations;

import java.time.Instant;

/**
 * A text that operators answer with.
 *
 * @param name by which it is picked; one of its tenant's
 * @param changedAt UTC
 */
public record CannedReply(String id, String name, String text, Instant changedAt, String changedBy) {

    @Override
    public String toString() {
        return "CannedReply[" + id + "]";
    }
}
