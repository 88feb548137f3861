package io.bactrian.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.ProviderException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LeaseGuardTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final LeaseGuard guard =
            new LeaseGuard(new DispatchSettings(64, Duration.ofSeconds(60)), Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void aCallBeginsInTheFirstHalfOfTheLease() {
        OutgoingMessage fresh = Claimed.message(1, NOON.plusSeconds(30));
        assertThat(guard.check(fresh)).isSameAs(fresh);
    }

    @Test
    void laterItIsNotSentAndSaysSo() {
        assertThatThrownBy(() -> guard.check(Claimed.message(1, NOON.plusSeconds(29))))
                .isInstanceOfSatisfying(ProviderException.class, refusal -> assertThat(refusal.failure())
                        .isEqualTo(ProviderException.Failure.NOT_CALLED));
    }
}
