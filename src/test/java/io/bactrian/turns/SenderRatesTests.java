package io.bactrian.turns;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.MovingClock;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SenderRatesTests {

    private static final PhoneNumber OURS = new PhoneNumber("+15005550006");
    private static final PhoneNumber OTHER = new PhoneNumber("+15005550007");

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void withoutASettingNobodyIsLimited() {
        assertThat(rates(0, Map.of(), List.of(), 1).left(OURS)).isEqualTo(Integer.MAX_VALUE);
        assertThat(rates(0, Map.of(), List.of(), 1).left(null)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void aNamedSenderHasItsOwnRateHoweverItsNameIsWritten() {
        SenderRates rates = rates(5, Map.of("15005550006", BigDecimal.ONE), List.of(), 1);
        assertThat(rates.left(OURS)).isEqualTo(1);
        assertThat(rates.left(OTHER)).isEqualTo(5);
        assertThat(rates(0, Map.of("+15005550006", BigDecimal.ONE), List.of(), 1)
                        .left(OURS))
                .isEqualTo(1);
    }

    @Test
    void whatNamesNoSenderIsSentByTheFirstThatIsNotEmpty() {
        SenderRates rates = rates(0, Map.of(OURS.value(), BigDecimal.ONE), List.of("", OURS.value()), 1);
        assertThat(rates.take(Waiting.message("m1", "acme", null, Priority.LOW, OURS.value(), "hello")))
                .isTrue();
        assertThat(rates.left(null)).isZero();
        assertThat(rates(0, Map.of("mgabc", BigDecimal.TEN), List.of("MGabc", OURS.value()), 1)
                        .left(null))
                .isEqualTo(10);
    }

    @Test
    void severalInstancesShareARate() {
        assertThat(rates(10, Map.of(), List.of(), 5).left(OURS)).isEqualTo(2);
    }

    @Test
    void aRateBelowOneIsARate() {
        SenderRates rates = rates(0, Map.of(OURS.value(), new BigDecimal("0.25")), List.of(), 1);
        assertThat(rates.take(Waiting.message("m1", "acme", null, Priority.LOW, OURS.value(), "hello")))
                .isTrue();
        clock.pass(Duration.ofMillis(3900));
        assertThat(rates.left(OURS)).isZero();
        assertThat(rates.hold(OURS)).isBetween(Duration.ofMillis(50), Duration.ofMillis(150));
        clock.pass(Duration.ofMillis(150));
        assertThat(rates.left(OURS)).isEqualTo(1);
        assertThat(meters.get("sms.rate.held").counter().count()).isEqualTo(1);
    }

    private SenderRates rates(int any, Map<String, BigDecimal> senders, List<String> unnamed, int instances) {
        return new SenderRates(new RateSettings(BigDecimal.valueOf(any), senders, unnamed, instances), clock, meters);
    }
}
