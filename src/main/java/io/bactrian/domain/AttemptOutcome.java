package io.bactrian.domain;

import java.time.Instant;

/**
 * What one attempt to send came to, and what it makes of the message.
 *
 * @param id the message's
 * @param attempt which attempt, from 1; an outcome of an earlier one never overwrites a later one
 * @param result what is known
 * @param status the message's status after it
 * @param answers the incoming message that is thereby answered, or null
 * @param nextAttemptAt when it is due again, UTC, or null
 * @param leaseUntil for an unknown outcome: when it may be settled, UTC; otherwise null
 * @param startedAt UTC
 * @param endedAt UTC
 */
public record AttemptOutcome(
        String id,
        int attempt,
        AttemptResult result,
        MessageStatus status,
        String answers,
        String provider,
        String providerMessageId,
        Integer segments,
        String errorCode,
        String errorMessage,
        Instant nextAttemptAt,
        Instant leaseUntil,
        Instant endedAt) {

    /**
     * Every status that the message may have for this outcome to change it. What the provider has accepted is sent, also
     * where the message was given up for silent and queued again meanwhile.
     */
    public MessageStatus[] changesFrom() {
        return result == AttemptResult.ACCEPTED
                ? new MessageStatus[] {MessageStatus.SENDING, MessageStatus.QUEUED}
                : new MessageStatus[] {MessageStatus.SENDING};
    }

    public Instant sentAt() {
        return status == MessageStatus.SENT ? endedAt : null;
    }

    public Instant failedAt() {
        return status == MessageStatus.FAILED ? endedAt : null;
    }

    /** The incoming message that counts as answered now, or null. */
    public String answeredSid() {
        return result == AttemptResult.ACCEPTED ? answers : null;
    }

    @Override
    public String toString() {
        return "AttemptOutcome[" + id + ", " + attempt + ", " + result + "]";
    }
}
