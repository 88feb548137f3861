package io.bactrian.domain;

import java.time.Instant;
import java.util.List;

/**
 * A message that somebody sent to us.
 *
 * @param messageSid the provider's id of it, unique, and the key under which it is logged once
 * @param phoneNumber who sent it, without the prefix of the channel
 * @param to the number of ours that it was sent to
 * @param messageContent the text, empty where only media came
 * @param media attachments, in order
 * @param isRegistered whether the sender was an active user when the message arrived
 * @param responseSent whether our acknowledgment has been accepted by the provider
 * @param optOutType the provider's own reading of an opt-out keyword ({@code STOP}, {@code START}, {@code HELP}), or
 *     null
 * @param receivedAt when it reached us, UTC
 * @param messagingServiceSid the provider's pool of senders that the number belongs to, or null; not kept in the log
 */
public record IncomingMessage(
        String messageSid,
        PhoneNumber phoneNumber,
        PhoneNumber to,
        String messageContent,
        List<Media> media,
        boolean isRegistered,
        boolean responseSent,
        String optOutType,
        Instant receivedAt,
        String tenant,
        String provider,
        Channel channel,
        String messagingServiceSid) {

    public IncomingMessage {
        media = media == null ? List.of() : List.copyOf(media);
        messageContent = messageContent == null ? "" : messageContent;
    }

    /** Whom of the directory it may be from. */
    public UserKey sender() {
        return new UserKey(tenant, phoneNumber);
    }

    /** The same message with the answer to whether its sender is registered. */
    public IncomingMessage withRegistration(boolean registered) {
        return new IncomingMessage(
                messageSid,
                phoneNumber,
                to,
                messageContent,
                media,
                registered,
                responseSent,
                optOutType,
                receivedAt,
                tenant,
                provider,
                channel,
                messagingServiceSid);
    }

    @Override
    public String toString() {
        return "IncomingMessage[" + messageSid + "]";
    }
}
