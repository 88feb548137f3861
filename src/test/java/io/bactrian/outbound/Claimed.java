package io.bactrian.outbound;

import io.bactrian.domain.Channel;
import io.bactrian.domain.Kind;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import java.time.Instant;

/** A message of which only a few things matter: it is claimed, and about to be sent. */
final class Claimed {

    private Claimed() {}

    static OutgoingMessage message(int attempts, Instant leaseUntil) {
        return message("m1", attempts, 0, 0, leaseUntil);
    }

    static OutgoingMessage message(String id, int attempts, Instant leaseUntil) {
        return message(id, attempts, 0, 0, leaseUntil);
    }

    static OutgoingMessage message(int attempts, int refusals, int asked, Instant leaseUntil) {
        return message("m1", attempts, refusals, asked, leaseUntil);
    }

    private static OutgoingMessage message(String id, int attempts, int refusals, int asked, Instant leaseUntil) {
        return new OutgoingMessage(
                id,
                new PhoneNumber("+15005550100"),
                null,
                Channel.SMS,
                "hello",
                null,
                Kind.API,
                Priority.NORMAL,
                "SM0",
                MessageStatus.SENDING,
                Instant.EPOCH,
                null,
                null,
                false,
                attempts,
                refusals,
                asked,
                null,
                "me",
                leaseUntil,
                null,
                false,
                "twilio",
                null,
                false,
                null,
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
