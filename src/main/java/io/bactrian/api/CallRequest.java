package io.bactrian.api;

import io.bactrian.domain.Priority;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A call that somebody wants placed, as the contract lets it in.
 *
 * @param to a phone number in any usual form; this or {@code userId}
 * @param say what is said to whoever answers; this or {@code url}
 * @param url where the provider fetches what is to happen in the call
 * @param from a number of ours, or null for the provider's default
 * @param sendAt not before, or null for now
 */
public record CallRequest(
        String to, String userId, String say, String url, String from, Priority priority, OffsetDateTime sendAt) {

    /** A call goes the way of a message, whose text is what is said and whose one attachment is the URL. */
    SendRequest asMessage() {
        return new SendRequest(to, userId, say, from, url == null ? List.of() : List.of(url), priority, sendAt);
    }

    @Override
    public String toString() {
        return "CallRequest[]";
    }
}
