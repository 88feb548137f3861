package io.bactrian.trace;

import io.bactrian.domain.IncomingMessage;
import io.bactrian.messages.HistoryEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Something that happened to a message, or something that a route decided about it; what does not apply is null.
 *
 * @param at when, UTC; when it began, of what takes time
 * @param message which message: a text that came in, or the one that answers it
 * @param event {@code received}, {@code routed}, {@code queued}, {@code attempt} or {@code report}
 * @param route of {@code routed}: where it entered the routes
 * @param instance of {@code routed}: which instance of the gateway it was
 * @param steps of {@code routed}: the decisions, in order
 * @param result of an attempt
 */
public record TraceEvent(
        Instant at,
        String message,
        String event,
        String route,
        String instance,
        List<TraceStep> steps,
        Integer attempt,
        Instant endedAt,
        String result,
        String provider,
        String providerMessageId,
        String providerStatus,
        String errorCode,
        String errorMessage) {

    /** Of the same instant, what is received or routed came first: it led to the others. */
    static final Comparator<TraceEvent> OLDEST_FIRST = Comparator.comparing(TraceEvent::at)
            .thenComparing(event ->
                    List.of("received", "routed", "queued", "attempt", "report").indexOf(event.event()));

    static TraceEvent of(IncomingMessage message) {
        return new TraceEvent(
                message.receivedAt(),
                message.messageSid(),
                "received",
                null,
                null,
                null,
                null,
                null,
                null,
                message.provider(),
                null,
                null,
                null,
                null);
    }

    static TraceEvent of(Episode episode) {
        return new TraceEvent(
                episode.at(),
                episode.messageId(),
                "routed",
                episode.route(),
                episode.instance(),
                episode.steps(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static TraceEvent of(String message, HistoryEvent event) {
        return new TraceEvent(
                event.at(),
                message,
                event.event(),
                null,
                null,
                null,
                event.attempt(),
                event.endedAt(),
                event.result(),
                event.provider(),
                event.providerMessageId(),
                event.providerStatus(),
                event.errorCode(),
                event.errorMessage());
    }
}
