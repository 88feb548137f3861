package io.bactrian.provider.simulator.fault;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How often each thing befalls a create call. */
record CreateFaults(
        @Share double refuse,
        @NotEmpty List<@NotNull @Min(10000) @Max(99999) Integer> codes,
        @Share double busy,
        @DurationMin @DurationMax(hours = 1) Duration retryAfter,
        @Share double unauthorized,
        @Share double forbidden,
        @Share double failBefore,
        @Share double failAfter,
        @Share double hangBefore,
        @Share double hangAfter,
        @DurationMin @DurationMax(minutes = 10) Duration hang,
        @Share double cutBefore,
        @Share double cutAfter,
        @Share double cutMidway,
        @Share double slow,
        @DurationMin @DurationMax(minutes = 10) Duration delay,
        @DurationMin @DurationMax(minutes = 10) Duration jitter) {

    static final CreateFaults NONE = new CreateFaults(0, null, 0, null, 0, 0, 0, 0, 0, 0, null, 0, 0, 0, 0, null, null);

    CreateFaults {
        codes = codes == null ? List.of(21610) : codes;
        retryAfter = retryAfter == null ? Duration.ofSeconds(1) : retryAfter;
        hang = hang == null ? Duration.ofSeconds(30) : hang;
        delay = delay == null ? Duration.ofSeconds(1) : delay;
        jitter = jitter == null ? Duration.ZERO : jitter;
    }

    Map<Fault, Double> shares() {
        Map<Fault, Double> shares = new EnumMap<>(Fault.class);
        shares.put(Fault.REFUSE, refuse);
        shares.put(Fault.BUSY, busy);
        shares.put(Fault.UNAUTHORIZED, unauthorized);
        shares.put(Fault.FORBIDDEN, forbidden);
        shares.put(Fault.FAIL_BEFORE, failBefore);
        shares.put(Fault.FAIL_AFTER, failAfter);
        shares.put(Fault.HANG_BEFORE, hangBefore);
        shares.put(Fault.HANG_AFTER, hangAfter);
        shares.put(Fault.CUT_BEFORE, cutBefore);
        shares.put(Fault.CUT_AFTER, cutAfter);
        shares.put(Fault.CUT_MIDWAY, cutMidway);
        return shares;
    }

    @AssertTrue(message = Shares.TOO_MUCH)
    boolean isSum() {
        return Shares.fit(
                shares().values().stream().mapToDouble(Double::doubleValue).toArray());
    }
}
