package io.bactrian.api;

import io.bactrian.domain.Priority;
import java.util.List;

/**
 * A call that somebody wants placed, as the contract lets it in.
 *
 * @param to a phone number in any usual form; this or {@code userId}
 * @param say what is said to whoever answers; this or {@code url}
 * @param url where the provider fetches what is to happen in the call
 * @param from a number of ours, or null for the provider's default
 * @param sendAt not before, as people write a time, or null for now
 * @param timeZone the zone of a {@code sendAt} that names none: a name, or {@code recipient}
 * @param validFor how long after that it is worth placing: seconds, or an ISO 8601 duration; null for the settings' word
 * @param quietHours whether it waits while the recipient has quiet hours, or null for the settings' word
 */
public record CallRequest(
        String to,
        String userId,
        String say,
        String url,
        String from,
        Priority priority,
        String sendAt,
        String timeZone,
        String validFor,
        Boolean quietHours) {

    /** A call goes the way of a message, whose text is what is said and whose one attachment is the URL. */
    SendRequest asMessage() {
        List<String> media = url == null ? List.of() : List.of(url);
        return new SendRequest(to, userId, null, say, from, media, priority, sendAt, timeZone, validFor, quietHours);
    }

    @Override
    public String toString() {
        return "CallRequest[]";
    }
}
