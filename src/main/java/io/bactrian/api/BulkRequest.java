package io.bactrian.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.bactrian.domain.Priority;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Many messages that somebody wants sent.
 *
 * @param messages each what {@link SendRequest} is, as far as it keeps to the contract; read one by one, for some may not
 * @param priority of those that name none
 * @param sendAt of those that name none
 */
public record BulkRequest(List<JsonNode> messages, Priority priority, OffsetDateTime sendAt) {

    @Override
    public String toString() {
        return "BulkRequest[]";
    }
}
