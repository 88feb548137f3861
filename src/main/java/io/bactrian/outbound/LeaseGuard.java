package io.bactrian.outbound;

import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.ProviderException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps an instance that was stopped for a while, by a long pause or a full queue, from sending what another instance
 * may be settling by now: a call begins in the first half of the lease only, and the second half is longer than a call.
 */
@Component("leaseGuard")
public class LeaseGuard {

    private final Duration half;
    private final Clock clock;
    private volatile boolean stopping;

    LeaseGuard(DispatchSettings settings, Clock clock) {
        this.half = settings.lease().dividedBy(2);
        this.clock = clock;
    }

    /** What is with the provider is waited for; what is not yet goes back, for another instance or the next start. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
    }

    boolean isStopping() {
        return stopping;
    }

    /**
     * The same message, where there is time left to send it.
     *
     * @throws ProviderException not called, where there is not
     */
    public OutgoingMessage check(OutgoingMessage message) {
        if (stopping) {
            throw new ProviderException(ProviderException.Failure.NOT_CALLED, null, "the gateway stops", null);
        }
        Instant latest = message.leaseUntil().minus(half);
        if (clock.instant().isAfter(latest)) {
            throw new ProviderException(
                    ProviderException.Failure.NOT_CALLED, null, "the lease was about to end before the call", null);
        }
        return message;
    }
}
