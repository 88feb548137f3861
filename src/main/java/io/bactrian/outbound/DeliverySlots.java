package io.bactrian.outbound;

import io.bactrian.domain.Claim;
import io.bactrian.domain.OutgoingMessage;
import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Bounds how many messages are with the provider at one time. Only as many are claimed as there are free slots, so
 * that what waits stays in the store, where the most urgent is taken first and another instance can help. And only as
 * many as their provider may be given: while none may be called, nothing is claimed.
 */
@Component("deliverySlots")
public class DeliverySlots {

    private final DispatchSettings settings;
    private final Providers providers;
    private final String owner;
    private final Clock clock;
    private final Set<Claim> claims = Collections.newSetFromMap(new IdentityHashMap<>());
    /** The messages under way, and the provider of each. */
    private final Map<String, String> messages = new HashMap<>();

    private int taken;
    private boolean moreWaits;
    private boolean stopping;

    DeliverySlots(DispatchSettings settings, Providers providers, Instance instance, Clock clock) {
        this.settings = settings;
        this.providers = providers;
        this.owner = instance.id();
        this.clock = clock;
    }

    /** What is in flight is finished; what waits is left to whoever starts next. */
    @EventListener(ContextClosedEvent.class)
    synchronized void stop() {
        stopping = true;
    }

    /** Reserves every free slot for what the claim will give; a limit of 0 where there is none, or no provider. */
    public synchronized Claim claim() {
        String provider = stopping ? null : providers.choose();
        int free = provider == null ? 0 : providers.enter(provider, settings.inFlight() - taken);
        Claim claim = Claim.of(free, owner, provider, clock.instant(), settings.lease());
        if (free == 0) {
            moreWaits = true;
        } else {
            taken += free;
            claims.add(claim);
        }
        return claim;
    }

    /** Keeps a slot for each message that was claimed, and gives back the others. */
    public synchronized List<OutgoingMessage> take(List<OutgoingMessage> claimed, Claim claim) {
        claims.remove(claim);
        int kept = 0;
        for (OutgoingMessage message : claimed) {
            kept += messages.put(message.id(), claim.provider()) == null ? 1 : 0;
        }
        giveBack(claim.provider(), claim.limit() - kept);
        moreWaits = claimed.size() == claim.limit();
        return claimed;
    }

    /** Gives back what a claim reserved that failed before anything was taken. */
    public synchronized void abandon(Claim claim) {
        if (claim != null && claims.remove(claim)) {
            giveBack(claim.provider(), claim.limit());
        }
    }

    /** Gives a slot back; true when it is time to claim again. A few at a time, so that a claim is worth its commit. */
    public synchronized boolean release(String id) {
        String provider = messages.remove(id);
        if (provider != null) {
            giveBack(provider, 1);
        }
        return moreWaits && !stopping && settings.inFlight() - taken >= Math.max(1, settings.inFlight() / 4);
    }

    private void giveBack(String provider, int slots) {
        taken -= slots;
        providers.leave(provider, slots);
    }
}
