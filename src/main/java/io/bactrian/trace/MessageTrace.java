package io.bactrian.trace;

import io.bactrian.domain.MessageStatus;
import java.time.Instant;
import java.util.List;

/**
 * The life of a message, and why it went as it did.
 *
 * @param id the message that was asked about
 * @param incoming the text that came in, where that is it or what it answers; or null
 * @param outgoing the message that went out, where that is it or its acknowledgment; or null
 * @param status where the outgoing one stands, or null where there is none
 * @param traced whether the routes are watched at present
 * @param keptSince what routes decided before that time is forgotten, UTC
 * @param events oldest first
 */
public record MessageTrace(
        String id,
        String incoming,
        String outgoing,
        MessageStatus status,
        boolean traced,
        Instant keptSince,
        List<TraceEvent> events) {}
