package io.bactrian.outbound;

import io.bactrian.domain.ProviderException;
import java.time.Instant;

/**
 * A provider is left alone until its configuration is right.
 *
 * @param code the provider's, or null
 * @param since UTC
 * @param tries how many messages have been refused for it, one after the other
 * @param nextTryAt when a single message may try again, UTC
 */
record Parking(String code, String reason, Instant since, int tries, Instant nextTryAt) {

    static Parking of(ProviderException fault, ProviderSettings settings, Instant now) {
        return new Parking(fault.code(), fault.getMessage(), now, 1, now.plus(settings.probeAfter(1)));
    }

    boolean mayTry(Instant now) {
        return !now.isBefore(nextTryAt);
    }

    Parking triedInVain(ProviderException failure, ProviderSettings settings, Instant now) {
        Instant next = now.plus(settings.probeAfter(tries + 1));
        return new Parking(failure.code(), failure.getMessage(), since, tries + 1, next);
    }
}
