package io.bactrian.messages;

import io.bactrian.domain.Kind;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import io.bactrian.segments.Segments;
import java.time.Instant;
import java.util.List;

/**
 * Where an outgoing message stands, and how it got there. All times are UTC, and null for what has not happened.
 *
 * @param validUntil when it is not sent any more
 * @param quietHours whether it waits while the recipient has quiet hours
 * @param segments how many parts the provider bills; while that is not known, how many we expect; null for a call
 * @param attempts how many attempts have begun
 * @param refusals how many of them the provider refused for a time
 * @param nextAttemptAt when it is due, or null once nothing is due any more
 * @param awaitsDecision nobody knows whether it was sent and nobody can be asked: an operator says
 * @param doubled the provider gave two receipts for it: it went out twice
 * @param waiting why it is not sent yet, or null
 * @param history oldest first
 */
public record MessageState(
        String id,
        MessageStatus status,
        Kind kind,
        Priority priority,
        PhoneNumber to,
        Instant queuedAt,
        Instant sendAt,
        Instant validUntil,
        boolean quietHours,
        Instant sentAt,
        Instant deliveredAt,
        Instant failedAt,
        String errorCode,
        String errorMessage,
        Integer segments,
        String provider,
        String providerMessageId,
        int attempts,
        int refusals,
        Instant nextAttemptAt,
        boolean awaitsDecision,
        boolean doubled,
        Waiting waiting,
        List<HistoryEvent> history) {

    public MessageState {
        history = List.copyOf(history);
    }

    /** @param events in any order */
    public static MessageState of(OutgoingMessage message, List<HistoryEvent> events) {
        List<HistoryEvent> history =
                events.stream().sorted(HistoryEvent.OLDEST_FIRST).toList();
        return new MessageState(
                message.id(),
                message.status(),
                message.kind(),
                message.priority(),
                message.phoneNumber(),
                message.queuedAt(),
                message.sendAt(),
                message.validUntil(),
                message.quietHours(),
                message.sentAt(),
                message.deliveredAt(),
                message.failedAt(),
                message.errorCode(),
                message.errorMessage(),
                message.segments() == null ? Segments.estimate(message) : message.segments(),
                message.provider(),
                message.providerMessageId(),
                message.attempts(),
                message.refusals(),
                message.nextAttemptAt(),
                message.awaitsDecision(),
                message.doubled(),
                null,
                history);
    }

    MessageState waitingFor(Waiting what) {
        return new MessageState(
                id,
                status,
                kind,
                priority,
                to,
                queuedAt,
                sendAt,
                validUntil,
                quietHours,
                sentAt,
                deliveredAt,
                failedAt,
                errorCode,
                errorMessage,
                segments,
                provider,
                providerMessageId,
                attempts,
                refusals,
                nextAttemptAt,
                awaitsDecision,
                doubled,
                what,
                history);
    }

    @Override
    public String toString() {
        return "MessageState[" + id + ", " + status + "]";
    }
}
