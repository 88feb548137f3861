package io.bactrian.provider.simulator;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Cancels a message, or takes its text away: all that Twilio lets a caller change. */
@Component
@WhileSimulated
class MessageChange {

    private final StatusWalk walk;
    private final Clock clock;

    MessageChange(StatusWalk walk, Clock clock) {
        this.walk = walk;
        this.clock = clock;
    }

    /**
     * @param status the status that is asked for, or null
     * @param body the text that is asked for, or null
     * @throws Refusal where neither can be had
     */
    MessageJson apply(BookEntry entry, String status, String body) {
        return MessageJson.of(status == null ? redact(entry, body) : cancel(entry, status));
    }

    private SimulatedMessage redact(BookEntry entry, String body) {
        if (body == null || !body.isEmpty()) {
            throw Refusal.of(20001, "Body");
        }
        Instant now = clock.instant();
        return entry.change(message -> Optional.of(message.redacted(now))).orElseThrow();
    }

    private SimulatedMessage cancel(BookEntry entry, String status) {
        if (!status.equals(Status.CANCELED.toString())) {
            throw Refusal.of(20001, "Status");
        }
        Instant now = clock.instant();
        SimulatedMessage canceled =
                entry.change(message -> message.canceled(now)).orElseThrow(() -> Refusal.of(30409));
        walk.cancel(entry, canceled);
        return canceled;
    }
}
