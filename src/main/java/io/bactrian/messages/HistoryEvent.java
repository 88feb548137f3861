package io.bactrian.messages;

import java.time.Instant;
import java.util.Comparator;

/**
 * Something that happened to a message; what does not apply is null.
 *
 * @param at when, UTC; of an attempt, when it began
 * @param event {@code queued}, {@code attempt} or {@code report}
 * @param attempt which attempt, from 1
 * @param endedAt when the attempt ended, UTC; null while it is under way
 * @param result what the attempt came to: {@code accepted}, {@code rejected}, {@code not-sent}, {@code unknown}
 * @param providerStatus the provider's own word in a report
 */
public record HistoryEvent(
        Instant at,
        String event,
        Integer attempt,
        Instant endedAt,
        String result,
        String provider,
        String providerMessageId,
        String providerStatus,
        String errorCode,
        String errorMessage) {

    static final Comparator<HistoryEvent> OLDEST_FIRST = Comparator.comparing(HistoryEvent::at)
            .thenComparing(HistoryEvent::attempt, Comparator.nullsFirst(Comparator.naturalOrder()));

    public static HistoryEvent queued(Instant at) {
        return new HistoryEvent(at, "queued", null, null, null, null, null, null, null, null);
    }
}
