package io.bactrian.outbound;

import io.bactrian.domain.Claim;
import io.bactrian.domain.OutgoingMessage;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * Bounds how many messages are with the provider at one time. Only as many are claimed as there are free slots, so
 * that what waits stays in the store, where the most urgent is taken first and another instance can help.
 */
@Component("deliverySlots")
public class DeliverySlots {

    private final DispatchSettings settings;
    private final String owner;
    private final Clock clock;
    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile boolean moreWaits;

    DeliverySlots(DispatchSettings settings, Instance instance, Clock clock) {
        this.settings = settings;
        this.owner = instance.id();
        this.clock = clock;
    }

    /** What this instance can take now; a limit of 0 where it is busy. */
    public Claim claim() {
        int free = Math.max(0, settings.inFlight() - inFlight.get());
        if (free == 0) {
            moreWaits = true;
        }
        return Claim.of(free, owner, clock.instant(), settings.lease());
    }

    /** Takes a slot for each message that was claimed, and remembers whether there may be more. */
    public List<OutgoingMessage> take(List<OutgoingMessage> claimed, Claim claim) {
        moreWaits = claimed.size() == claim.limit();
        inFlight.addAndGet(claimed.size());
        return claimed;
    }

    /** Gives a slot back; true when it is time to claim again. A few at a time, so that a claim is worth its commit. */
    public boolean release() {
        int left = inFlight.decrementAndGet();
        return moreWaits && settings.inFlight() - left >= Math.max(1, settings.inFlight() / 4);
    }
}
