package io.bactrian.domain;

import java.time.Instant;
import java.util.List;

/** What whoever writes a message decides about it; the rest of an {@link OutgoingMessage} is the outbox's. */
public record Draft(
        String id,
        PhoneNumber to,
        PhoneNumber from,
        Channel channel,
        String text,
        List<String> mediaUrl,
        Kind kind,
        Priority priority,
        String answers,
        Instant sendAt,
        String operatorId,
        String tenant) {

    @Override
    public String toString() {
        return "Draft[" + id + "]";
    }
}
