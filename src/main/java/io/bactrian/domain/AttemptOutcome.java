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
 * @param providerMessageId the provider's receipt, or null; an operator's word that it was sent has none
 * @param refusals how many attempts the provider has refused for a time, this one included
 * @param asked how often the provider has been asked about this attempt and knew nothing of it
 * @param nextAttemptAt when it is due again, UTC, or null
 * @param leaseUntil for an unknown outcome: when the provider is asked whether it took the message, UTC; null for never
 * @param askAt for a message that was sent: when the provider is asked what became of it, if nothing is heard, or null
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
        int refusals,
        int asked,
        Instant nextAttemptAt,
        Instant leaseUntil,
        Instant askAt,
        Instant endedAt) {

    /**
     * Every status that the message may have for this outcome to change it. What the provider has accepted is sent, also
     * where the attempt was given up for silent and the message queued again meanwhile, or claimed for a later one.
     */
    public MessageStatus[] changesFrom() {
        return result == AttemptResult.ACCEPTED
                ? new MessageStatus[] {MessageStatus.SENDING, MessageStatus.QUEUED}
                : new MessageStatus[] {MessageStatus.SENDING};
    }

    /** True where nobody knows what became of it and nobody can be asked: an operator decides. */
    public boolean awaitsDecision() {
        return status == MessageStatus.SENDING && leaseUntil == null;
    }

    /** True where the provider took it: that goes on record also where the attempt was given up for silent before. */
    public boolean accepted() {
        return result == AttemptResult.ACCEPTED;
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
