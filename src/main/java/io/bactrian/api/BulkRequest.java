package io.bactrian.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.bactrian.domain.Priority;
import java.util.List;

/**
 * Many messages that somebody wants sent.
 *
 * @param messages each what {@link SendRequest} is, as far as it keeps to the contract; read one by one, for some may not
 * @param priority of those that name none
 * @param sendAt of those that name none, and so with the others
 */
public record BulkRequest(
        List<JsonNode> messages,
        Priority priority,
        String sendAt,
        String timeZone,
        String validFor,
        Boolean quietHours) {

    /** The row, with what holds for all where it says nothing itself. */
    SendRequest complete(SendRequest row) {
        Priority ofBatch = or(priority, Priority.LOW);
        return new SendRequest(
                row.to(),
                row.userId(),
                row.conversationId(),
                row.body(),
                row.from(),
                row.mediaUrl(),
                or(row.priority(), ofBatch),
                or(row.sendAt(), sendAt),
                or(row.timeZone(), timeZone),
                or(row.validFor(), validFor),
                or(row.quietHours(), quietHours));
    }

    private static <T> T or(T own, T ofBatch) {
        return own == null ? ofBatch : own;
    }

    @Override
    public String toString() {
        return "BulkRequest[]";
    }
}
