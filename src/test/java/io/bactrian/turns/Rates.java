package io.bactrian.turns;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Turns and rates, for whoever tests without the rest of the gateway. */
public final class Rates {

    /** Sends one segment in half a minute; nobody else is limited. */
    public static final String SLOW_SENDER = "+15005550733";

    private Rates() {}

    public static Turns turns() {
        return new Turns(rates(Clock.systemUTC(), Map.of(SLOW_SENDER, new BigDecimal("0.03"))));
    }

    static SenderRates rates(Clock clock, Map<String, BigDecimal> senders) {
        return new SenderRates(
                new RateSettings(BigDecimal.ZERO, senders, List.of(), 1), clock, new SimpleMeterRegistry());
    }
}
