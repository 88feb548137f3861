package io.bactrian.outbound;

import io.bactrian.domain.ProviderException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log what those who run the gateway have to know of a provider: once each time, not once a message. */
final class ProviderAlarm {

    private static final Logger log = LoggerFactory.getLogger("io.bactrian.outbound.Providers");

    private ProviderAlarm() {}

    static void parked(String provider, Parking parking) {
        log.error(
                "The provider {} is parked: {}{}. Its messages wait and none is failed. Set right what it refuses: the"
                        + " account, its credentials or its sender. One message tries again at {}, and then now and"
                        + " then; POST /api/providers/{}/resume lets all of them go at once.",
                provider,
                parking.code() == null ? "" : parking.code() + ", ",
                parking.reason(),
                parking.nextTryAt(),
                provider);
    }

    static void resumed(String provider, String reason) {
        log.info("The provider {} is no longer parked: {}", provider, reason);
    }

    static void moved(String provider, State state, ProviderException failure, Instant until) {
        if (state == State.OPEN) {
            log.warn(
                    "The provider {} is left alone until {}: {}",
                    provider,
                    until,
                    failure == null ? "it failed" : failure.getMessage());
        } else if (state == State.CLOSED) {
            log.info("The provider {} is well again", provider);
        }
    }
}
