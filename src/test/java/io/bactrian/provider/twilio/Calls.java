package io.bactrian.provider.twilio;

import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.OutgoingMessage;

/** Calls that have come as far as a test wants them. */
final class Calls {

    private Calls() {}

    /** The same, taken by Twilio under that sid. */
    static OutgoingMessage taken(OutgoingMessage call, String sid) {
        return new OutgoingMessage(
                call.id(),
                call.phoneNumber(),
                call.from(),
                call.channel(),
                call.messageContent(),
                call.mediaUrl(),
                call.kind(),
                call.priority(),
                call.answers(),
                MessageStatus.SENT,
                call.queuedAt(),
                null,
                null,
                false,
                1,
                0,
                0,
                null,
                null,
                null,
                call.queuedAt(),
                false,
                "twilio",
                sid,
                false,
                call.queuedAt(),
                null,
                null,
                null,
                null,
                null,
                null,
                "default",
                null);
    }
}
