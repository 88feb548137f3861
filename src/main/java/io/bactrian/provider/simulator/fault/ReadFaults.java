package io.bactrian.provider.simulator.fault;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * How often each thing befalls a list or a fetch.
 *
 * @param lag how long after its acceptance a message shows
 */
record ReadFaults(
        @Share double fail,
        @Share double busy,
        @Share double slow,
        @DurationMin @DurationMax(minutes = 10) Duration delay,
        @DurationMin @DurationMax(minutes = 10) Duration jitter,
        @DurationMin @DurationMax(hours = 1) Duration lag) {

    static final ReadFaults NONE = new ReadFaults(0, 0, 0, null, null, null);

    ReadFaults {
        delay = delay == null ? Duration.ofSeconds(1) : delay;
        jitter = jitter == null ? Duration.ZERO : jitter;
        lag = lag == null ? Duration.ZERO : lag;
    }

    /** The error codes of the answers that are none. */
    Map<Integer, Double> shares() {
        return new TreeMap<>(Map.of(20429, busy, 20500, fail));
    }

    @AssertTrue(message = Shares.TOO_MUCH)
    boolean isSum() {
        return Shares.fit(fail, busy);
    }
}
