package io.bactrian.api;

import io.bactrian.domain.Priority;
import java.util.List;

/**
 * A message that somebody wants sent, as the contract lets it in.
 *
 * @param to a phone number in any usual form; this, {@code userId} or {@code conversationId}
 * @param from a sender of ours, or null for the provider's default
 * @param sendAt not before, as people write a time, or null for now
 * @param timeZone the zone of a {@code sendAt} that names none: a name, or {@code recipient}
 * @param validFor how long after that it is worth sending: seconds, or an ISO 8601 duration; null for the settings' word
 * @param quietHours whether it waits while the recipient has quiet hours, or null for the settings' word
 */
public record SendRequest(
        String to,
        String userId,
        String conversationId,
        String body,
        String from,
        List<String> mediaUrl,
        Priority priority,
        String sendAt,
        String timeZone,
        String validFor,
        Boolean quietHours) {

    @Override
    public String toString() {
        return "SendRequest[]";
    }
}
