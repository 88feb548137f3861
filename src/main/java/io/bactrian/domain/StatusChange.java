package io.bactrian.domain;

import java.time.Instant;

/**
 * A status that a message of ours has got.
 *
 * @param id the message's
 * @param status {@code sent}, {@code delivered}, {@code undelivered} or {@code failed}
 * @param kind why the message exists, or null while nobody has looked
 * @param tenant whose it is, or null while nobody has looked
 * @param provider who had it, or null
 * @param providerMessageId the provider's receipt, or null
 * @param errorCode the provider's code, or empty
 * @param errorMessage that code in words, without a number or a text in it, or null
 * @param at when we learned of it, UTC
 */
public record StatusChange(
        String id,
        MessageStatus status,
        Kind kind,
        String tenant,
        String provider,
        String providerMessageId,
        String errorCode,
        String errorMessage,
        Instant at) {

    /** What an attempt made of its message, or null where that is nothing that anybody waits for. */
    public static StatusChange of(AttemptOutcome outcome) {
        return outcome.status() != MessageStatus.SENT && outcome.status() != MessageStatus.FAILED
                ? null
                : new StatusChange(
                        outcome.id(),
                        outcome.status(),
                        null,
                        null,
                        outcome.provider(),
                        outcome.providerMessageId(),
                        outcome.errorCode() == null ? "" : outcome.errorCode(),
                        outcome.errorMessage(),
                        outcome.endedAt());
    }

    /** What a report says of its message, or null where we do not know the provider's word. */
    public static StatusChange of(DeliveryReport report) {
        return report.status() == null
                ? null
                : new StatusChange(
                        report.messageId(),
                        report.status(),
                        null,
                        null,
                        report.provider(),
                        report.providerMessageId(),
                        report.errorCode(),
                        report.errorMessage(),
                        report.receivedAt());
    }

    /** The same, with what only the message itself tells. */
    public StatusChange about(OutgoingMessage message) {
        return new StatusChange(
                id, status, message.kind(), message.tenant(), provider, providerMessageId, errorCode, errorMessage, at);
    }
}
