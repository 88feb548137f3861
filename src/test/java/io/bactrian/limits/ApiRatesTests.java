package io.bactrian.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bactrian.MovingClock;
import io.bactrian.limits.ApiRateSettings.OfTenant;
import io.bactrian.web.Problem;
import io.bactrian.web.Refused;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiRatesTests {

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void nobodyIsLimitedUnlessASettingSaysSo() {
        ApiRates rates = rates(0, 0, 0, Map.of());
        for (int i = 0; i < 1000; i++) {
            assertThat(rates.call("acme")).isEmpty();
        }
        rates.charge("acme", 1_000_000);
        rates.charge("acme", 1);
    }

    @Test
    void aTenantThatCallsTooOftenIsToldWhenToComeAgainAndNobodyElseIsRefused() {
        ApiRates rates = rates(0, 1, 0, Map.of());
        for (int i = 0; i < 5; i++) {
            assertThat(rates.call("acme")).isEmpty();
        }
        Problem refused = rates.call("acme").orElseThrow();
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.retryAfter()).isEqualTo(1);
        assertThat(rates.call("other")).isEmpty();
        assertThat(rates.call(null)).isEmpty();
        assertThat(meters.get("sms.api.refused")
                        .tag("limit", "tenant")
                        .counter()
                        .count())
                .isEqualTo(1);
        clock.pass(Duration.ofSeconds(1));
        assertThat(rates.call("acme")).isEmpty();
        assertThat(rates.call("acme")).isPresent();
    }

    @Test
    void whatAllCallersTogetherMayAskIsLimitedTooAndCostsTheTenantNothing() {
        ApiRates rates = rates(1, 1, 0, Map.of());
        for (int i = 0; i < 5; i++) {
            assertThat(rates.call("acme-" + i)).isEmpty();
        }
        Optional<Problem> refused = rates.call("acme-0");
        assertThat(refused).map(Problem::detail).hasValue("Too many calls of all callers at one time.");
        assertThat(rates.call(null)).isPresent();
        clock.pass(Duration.ofSeconds(4));
        for (int i = 0; i < 4; i++) {
            assertThat(rates.call("acme-0")).isEmpty();
        }
    }

    @Test
    void aTenantMayHaveLimitsOfItsOwn() {
        ApiRates rates = rates(0, 1, 0, Map.of("acmeeu", new OfTenant(BigDecimal.TEN, null)));
        for (int i = 0; i < 50; i++) {
            assertThat(rates.call("Acme.EU")).isEmpty();
        }
        assertThat(rates.call("Acme.EU")).isPresent();
    }

    @Test
    void aBulkIsTakenWholeAndTheNextOneWaitsUntilItIsPaidBack() {
        ApiRates rates = rates(0, 0, 10, Map.of());
        rates.charge("acme", 150);
        assertThatThrownBy(() -> rates.charge("acme", 1)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                        refused.problem().retryAfter())
                .isBetween(10, 11));
        rates.charge("other", 1);
        clock.pass(Duration.ofMillis(10_100));
        rates.charge("acme", 1);
    }

    private ApiRates rates(int global, int tenant, int messages, Map<String, OfTenant> tenants) {
        ApiRateSettings settings = new ApiRateSettings(
                BigDecimal.valueOf(global),
                BigDecimal.valueOf(tenant),
                BigDecimal.valueOf(messages),
                Duration.ofSeconds(5),
                tenants);
        return new ApiRates(settings, clock, meters);
    }
}
