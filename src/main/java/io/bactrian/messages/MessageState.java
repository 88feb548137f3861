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
 * @param segments how many parts the provider bills; while that is not known, how many we expect
 * @param attempts how many attempts have begun
 * @param nextAttemptAt when it is due, or null once nothing is due any more
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
        Instant sentAt,
        Instant deliveredAt,
        Instant failedAt,
        String errorCode,
        String errorMessage,
        Integer segments,
        String provider,
        String providerMessageId,
        int attempts,
        Instant nextAttemptAt,
        List<HistoryEvent> history) {

    public MessageState {
        history = List.copyOf(history);
    }

    public static MessageState of(OutgoingMessage message, List<HistoryEvent> history) {
        return new MessageState(
                message.id(),
                message.status(),
                message.kind(),
                message.priority(),
                message.phoneNumber(),
                message.queuedAt(),
                message.sendAt(),
                message.sentAt(),
                message.deliveredAt(),
                message.failedAt(),
                message.errorCode(),
                message.errorMessage(),
                message.segments() == null ? Segments.estimate(message) : message.segments(),
                message.provider(),
                message.providerMessageId(),
                message.attempts(),
                message.nextAttemptAt(),
                history);
    }

    @Override
    public String toString() {
        return "MessageState[" + id + ", " + status + "]";
    }
}
