package io.bactrian.provider.simulator.fault;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How often each thing befalls a report, or all reports of a message. */
record CallbackFaults(
        @Share double lose,
        @Share double twice,
        @Share double delay,
        @DurationMin @DurationMax(hours = 1) Duration delayBy,
        @DurationMin @DurationMax(hours = 1) Duration jitter,
        @Share double reorder,
        @Share double early,
        @Share double reverse) {

    static final CallbackFaults NONE = new CallbackFaults(0, 0, 0, null, null, 0, 0, 0);

    CallbackFaults {
        delayBy = delayBy == null ? Duration.ofSeconds(1) : delayBy;
        jitter = jitter == null ? Duration.ZERO : jitter;
    }

    Map<CallbackFault, Double> sharesOfAReport() {
        Map<CallbackFault, Double> shares = new EnumMap<>(CallbackFault.class);
        shares.put(CallbackFault.LOSE, lose);
        shares.put(CallbackFault.TWICE, twice);
        shares.put(CallbackFault.DELAY, delay);
        shares.put(CallbackFault.REORDER, reorder);
        return shares;
    }

    Map<CallbackFault, Double> sharesOfAMessage() {
        Map<CallbackFault, Double> shares = new EnumMap<>(CallbackFault.class);
        shares.put(CallbackFault.EARLY, early);
        shares.put(CallbackFault.REVERSE, reverse);
        return shares;
    }

    /** Whether none of them ever happens. */
    boolean arePolite() {
        return lose + twice + delay + reorder + early + reverse == 0;
    }

    @AssertTrue(message = Shares.TOO_MUCH)
    boolean isSum() {
        return Shares.fit(lose, twice, delay, reorder) && Shares.fit(early, reverse);
    }
}
