package io.bactrian.domain;

import java.time.Instant;
import java.util.List;

/**
 * A message of ours on its way out. Everything that leaves the gateway is one of these, in the outbox.
 *
 * @param id ours, unique; queueing an id twice changes nothing
 * @param phoneNumber the recipient, without the prefix of the channel
 * @param from the sender, or null for the provider's default
 * @param answers the sid of the incoming message that this one acknowledges, or null
 * @param sendAt not before, UTC, or null for now
 * @param validUntil when it is not to be sent any more, UTC, or null for never
 * @param quietHours whether it waits while the recipient has quiet hours
 * @param attempts how many attempts have begun, this one included once it is {@code sending}; an attempt's number
 * @param refusals how many of them the provider refused for a time; only those wear its patience out
 * @param asked how often the provider has been asked about the present attempt and knew nothing of it
 * @param nextAttemptAt when it is due, UTC; null once nothing is due any more
 * @param leaseOwner the instance that is sending it
 * @param leaseUntil when the claim ends and the outcome of the attempt counts as unknown, UTC
 * @param askAt when the provider is asked what became of the message, UTC; null but while it is {@code sent}
 * @param awaitsDecision nobody knows whether it was sent and nobody can be asked: an operator says
 * @param provider whom its last attempt was made through
 * @param providerMessageId the first receipt that the provider gave
 * @param doubled the provider gave another receipt too: it went out twice
 * @param errorMessage a reason in words, never with a number or a text in it
 * @param segments how many parts the provider bills, or null while that is not known
 */
public record OutgoingMessage(
        String id,
        PhoneNumber phoneNumber,
        PhoneNumber from,
        Channel channel,
        String messageContent,
        List<String> mediaUrl,
        Kind kind,
        Priority priority,
        String answers,
        MessageStatus status,
        Instant queuedAt,
        Instant sendAt,
        Instant validUntil,
        boolean quietHours,
        int attempts,
        int refusals,
        int asked,
        Instant nextAttemptAt,
        String leaseOwner,
        Instant leaseUntil,
        Instant askAt,
        boolean awaitsDecision,
        String provider,
        String providerMessageId,
        boolean doubled,
        Instant sentAt,
        Instant deliveredAt,
        Instant failedAt,
        String errorCode,
        String errorMessage,
        Integer segments,
        String operatorId,
        String tenant,
        String batchId) {

    public OutgoingMessage {
        mediaUrl = mediaUrl == null ? List.of() : List.copyOf(mediaUrl);
        messageContent = messageContent == null ? "" : messageContent;
    }

    /** A message that waits for its first attempt. */
    public static OutgoingMessage queued(Draft draft, Instant now) {
        return queued(draft, now, null);
    }

    /** @param batchId the batch that it belongs to, or null */
    public static OutgoingMessage queued(Draft draft, Instant now, String batchId) {
        Instant dueAt = draft.sendAt() == null ? now : draft.sendAt();
        return queued(draft, new Timing(dueAt, null, false), now, batchId);
    }

    /** @param batchId the batch that it belongs to, or null */
    public static OutgoingMessage queued(Draft draft, Timing timing, Instant now, String batchId) {
        return new OutgoingMessage(
                draft.id(),
                draft.to(),
                draft.from(),
                draft.channel(),
                draft.text(),
                draft.mediaUrl(),
                draft.kind(),
                draft.priority(),
                draft.answers(),
                MessageStatus.QUEUED,
                now,
                draft.sendAt(),
                timing.validUntil(),
                timing.quietHours(),
                0,
                0,
                0,
                timing.dueAt(),
                null,
                null,
                null,
                false,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                draft.operatorId(),
                draft.tenant(),
                batchId);
    }

    /** The priority as a number: 0 leaves first. */
    public int priorityRank() {
        return priority.ordinal();
    }

    /** The queue that it waits in, as its store keeps it. */
    public String lane() {
        return Lane.of(this);
    }

    @Override
    public String toString() {
        return "OutgoingMessage[" + id + ", " + status + "]";
    }
}
