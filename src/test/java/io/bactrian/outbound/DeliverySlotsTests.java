package io.bactrian.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.domain.Claim;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.ProviderException;
import io.bactrian.domain.ProviderException.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeliverySlotsTests {

    private static final ProviderSettings SETTINGS = new ProviderSettings(
            10, Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofMinutes(1), Duration.ofMinutes(15));

    private final Providers providers = new Providers(List.of("acme"), SETTINGS, Clock.systemUTC());
    private final DeliverySlots slots = new DeliverySlots(
            new DispatchSettings(8, Duration.ofSeconds(60)), providers, new Instance(), Clock.systemUTC());

    private int claimed;

    @Test
    void claimsNoMoreThanThereAreFreeSlots() {
        slots.take(messages(5), slots.claim());
        Claim rest = slots.claim();
        assertThat(rest.limit()).isEqualTo(3);
        assertThat(slots.claim().limit()).isZero();
        slots.take(messages(1), rest);
        assertThat(slots.claim().limit()).isEqualTo(2);
    }

    @Test
    void aFailedClaimKeepsNoSlot() {
        Claim failed = slots.claim();
        slots.abandon(failed);
        slots.abandon(failed);
        assertThat(slots.claim().limit()).isEqualTo(8);
    }

    @Test
    void aFailureAfterTheClaimGivesNothingBackTwice() {
        Claim claim = slots.claim();
        slots.take(messages(8), claim);
        slots.abandon(claim);
        assertThat(slots.claim().limit()).isZero();
    }

    @Test
    void claimsAgainWhenAQuarterIsFreeAndMoreWaits() {
        slots.take(messages(8), slots.claim());
        assertThat(slots.release("m1")).isFalse();
        assertThat(slots.release("m2")).isTrue();
        assertThat(slots.claim().limit()).isEqualTo(2);
    }

    @Test
    void doesNotClaimAgainWhenNothingWaits() {
        slots.take(messages(7), slots.claim());
        for (int i = 1; i <= 7; i++) {
            assertThat(slots.release("m" + i)).isFalse();
        }
    }

    @Test
    void aSlotThatIsGivenBackTwiceIsFreeOnce() {
        slots.take(messages(8), slots.claim());
        slots.release("m1");
        slots.release("m1");
        assertThat(slots.claim().limit()).isEqualTo(1);
    }

    @Test
    void claimsNothingWhileNoProviderMayBeCalledAndOneToTry() {
        providers.failed("acme", new ProviderException(Failure.CONFIGURATION, "20003", "refused", null));
        assertThat(slots.claim().limit()).isZero();
        providers.resume("acme");
        Claim claim = slots.claim();
        assertThat(claim.provider()).isEqualTo("acme");
        slots.take(messages(7), claim);
        assertThat(providers.list().get(0).underWay()).isEqualTo(7);
        slots.abandon(slots.claim());
        assertThat(providers.list().get(0).underWay()).isEqualTo(7);
    }

    private List<OutgoingMessage> messages(int count) {
        return Stream.generate(() -> Claimed.message("m" + ++claimed, 1, Instant.MAX))
                .limit(count)
                .toList();
    }
}
