package io.bactrian.domain;

import java.time.Instant;

/**
 * What a provider says became of a message.
 *
 * @param messageId ours, from the path of the callback
 * @param status where that puts the message, or null for a word that we do not know: kept, and nothing moves
 * @param providerStatus the provider's own word
 * @param errorCode the provider's code, or empty
 * @param receivedAt when the report reached us, UTC
 */
public record DeliveryReport(
        String messageId,
        String provider,
        String providerMessageId,
        MessageStatus status,
        String providerStatus,
        String errorCode,
        Instant receivedAt) {

    public DeliveryReport {
        errorCode = errorCode == null ? "" : errorCode;
    }

    /** Every status that the message may have for this report to move it. */
    public MessageStatus[] movesFrom() {
        return status == null ? new MessageStatus[0] : status.predecessors().toArray(MessageStatus[]::new);
    }

    public Instant sentAt() {
        return status == MessageStatus.SENT || status == MessageStatus.DELIVERED ? receivedAt : null;
    }

    public Instant deliveredAt() {
        return status == MessageStatus.DELIVERED ? receivedAt : null;
    }

    public Instant failedAt() {
        return status == MessageStatus.FAILED || status == MessageStatus.UNDELIVERED ? receivedAt : null;
    }

    /** True when the report proves that the provider took the message. */
    public boolean provesSent() {
        return status == MessageStatus.SENT || status == MessageStatus.DELIVERED || status == MessageStatus.UNDELIVERED;
    }
}
