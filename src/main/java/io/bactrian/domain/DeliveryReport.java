package io.bactrian.domain;

import java.time.Instant;

/**
 * What a provider says became of a message.
 *
 * @param messageId ours, from the path of the callback; the provider's where it told none of ours and nobody knows it
 * @param status where that puts the message, or null for a word that we do not know: kept, and nothing moves
 * @param providerStatus the provider's own word
 * @param errorCode the provider's code, or empty
 * @param errorMessage that code in words, without a number or a text in it, or null
 * @param receivedAt when the report reached us, UTC
 * @param askAt when the provider is asked what became of the message if nothing more is heard, UTC, or null
 */
public record DeliveryReport(
        String messageId,
        String provider,
        String providerMessageId,
        MessageStatus status,
        String providerStatus,
        String errorCode,
        String errorMessage,
        Instant receivedAt,
        Instant askAt) {

    public DeliveryReport {
        errorCode = errorCode == null ? "" : errorCode;
    }

    /** The same report, where its message is asked about at that time unless it is over. */
    public DeliveryReport askedAboutAt(Instant at) {
        return new DeliveryReport(
                messageId,
                provider,
                providerMessageId,
                status,
                providerStatus,
                errorCode,
                errorMessage,
                receivedAt,
                status == MessageStatus.SENT ? at : null);
    }

    /** True when the callback told no id of ours, and nobody has found out yet, or could. */
    public boolean namesItsReceiptOnly() {
        return messageId.equals(providerMessageId);
    }

    /** The same report of the message of that id of ours. */
    public DeliveryReport about(String id) {
        return new DeliveryReport(
                id, provider, providerMessageId, status, providerStatus, errorCode, errorMessage, receivedAt, askAt);
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

    /** True when the report proves that the provider took the message, whatever became of it then. */
    public boolean provesAccepted() {
        return status != null;
    }

    /** True when the report proves that the message went on to the recipient. */
    public boolean provesSent() {
        return status == MessageStatus.SENT || status == MessageStatus.DELIVERED || status == MessageStatus.UNDELIVERED;
    }
}
