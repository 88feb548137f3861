package io.bactrian.schedule;

import io.bactrian.domain.ExpiryClaim;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.ProviderException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells how long messages are worth sending. */
@Component("validity")
public class Validity {

    private final ValiditySettings settings;
    private final Clock clock;

    Validity(ValiditySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param validFor what its sender said, or null
     * @param wantedAt the time at which it was wanted, UTC
     */
    public Instant until(Duration validFor, Instant wantedAt) {
        return wantedAt.plus(validFor == null ? settings.standard() : validFor);
    }

    public Instant ofAcknowledgment(Instant queuedAt) {
        return queuedAt.plus(settings.acknowledgment());
    }

    /** True where the message is not to be sent any more. */
    public static boolean isOver(OutgoingMessage message, Instant now) {
        return message.validUntil() != null && !now.isBefore(message.validUntil());
    }

    /**
     * The same message, where it is still to be sent.
     *
     * @throws ProviderException rejected, with {@link ExpiryClaim#EXPIRED}
     */
    public OutgoingMessage check(OutgoingMessage message) {
        if (isOver(message, clock.instant())) {
            throw ProviderException.refusedHere(ExpiryClaim.EXPIRED, ExpiryClaim.REASON);
        }
        return message;
    }
}
