package io.bactrian.api;

import io.bactrian.domain.Priority;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A message that somebody wants sent, as the contract lets it in.
 *
 * @param to a phone number in any usual form; this or {@code userId}
 * @param from a sender of ours, or null for the provider's default
 * @param sendAt not before, or null for now
 */
public record SendRequest(
        String to,
        String userId,
        String body,
        String from,
        List<String> mediaUrl,
        Priority priority,
        OffsetDateTime sendAt) {

    @Override
    public String toString() {
        return "SendRequest[]";
    }
}
