package io.bactrian.messages;

import io.bactrian.domain.MessageStatus;
import io.bactrian.schedule.QuietHours;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells what a queued message waits for. It is read from when the message is due, so it is never out of date. */
@Component
public class Waits {

    private static final String DUE = "it is due: it waits for its turn, or for a provider that may be called";

    private final QuietHours quietHours;
    private final Clock clock;

    Waits(QuietHours quietHours, Clock clock) {
        this.quietHours = quietHours;
        this.clock = clock;
    }

    /** The same, with what it waits for; of a message that is not queued, nothing. */
    public MessageState explained(MessageState message) {
        return message.status() == MessageStatus.QUEUED ? message.waitingFor(of(message)) : message;
    }

    private Waiting of(MessageState message) {
        Instant now = clock.instant();
        Instant due = message.nextAttemptAt();
        if (due == null) {
            return new Waiting("paused", null, "its batch is paused");
        }
        if (message.attempts() == 0 && due.equals(message.sendAt()) && due.isAfter(now)) {
            return new Waiting("scheduled", due, "it is wanted at that time");
        }
        Instant held = message.quietHours() ? endOfQuietHours(message, due, now) : null;
        if (held != null) {
            return new Waiting("quiet-hours", held, "the recipient has quiet hours until then");
        }
        return due.isAfter(now)
                ? new Waiting("retry", due, "the last attempt sent nothing: it is tried again then")
                : new Waiting("turn", due, DUE);
    }

    /** Whoever is due when quiet hours end was in them a moment before. Null where they are not what it waits for. */
    private Instant endOfQuietHours(MessageState message, Instant due, Instant now) {
        Instant before = due.isAfter(now) ? due.minusMillis(1) : now;
        Instant end = quietHours.next(message.to(), before);
        return end.isAfter(before) ? end : null;
    }
}
