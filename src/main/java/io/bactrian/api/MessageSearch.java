package io.bactrian.api;

import io.bactrian.domain.Kind;
import io.bactrian.domain.MessageStatus;
import java.time.OffsetDateTime;

/**
 * Which messages somebody looks for; null asks for all.
 *
 * @param direction {@code incoming} or {@code outgoing}
 * @param order {@code oldest} or {@code newest} first
 */
public record MessageSearch(
        String direction,
        String text,
        String userId,
        String conversationId,
        MessageStatus status,
        Kind kind,
        String batchId,
        OffsetDateTime since,
        OffsetDateTime until,
        String order,
        Integer limit,
        String cursor) {

    /** Whether it asks for what only a message that goes out has. */
    boolean isOfOutgoing() {
        return "outgoing".equals(direction) || status != null || kind != null || batchId != null;
    }

    boolean isOfIncoming() {
        return "incoming".equals(direction);
    }

    @Override
    public String toString() {
        return "MessageSearch[]";
    }
}
