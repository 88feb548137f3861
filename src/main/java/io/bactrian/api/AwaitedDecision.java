package io.bactrian.api;

import io.bactrian.domain.Kind;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import java.time.Instant;

/**
 * A message of which nobody knows whether it was sent, and which the provider cannot be asked about.
 *
 * @param attempts how many attempts have begun; the last one is in doubt
 */
record AwaitedDecision(
        String id,
        String tenant,
        Kind kind,
        Priority priority,
        PhoneNumber to,
        String provider,
        int attempts,
        Instant queuedAt) {

    static AwaitedDecision of(OutgoingMessage message) {
        return new AwaitedDecision(
                message.id(),
                message.tenant(),
                message.kind(),
                message.priority(),
                message.phoneNumber(),
                message.provider(),
                message.attempts(),
                message.queuedAt());
    }

    @Override
    public String toString() {
        return "AwaitedDecision[" + id + "]";
    }
}
