package io.bactrian.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.GatewaySettings;
import io.bactrian.domain.Claim;
import io.bactrian.domain.OutgoingMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliverySlotsTests {

    private static final Providers PROVIDERS = new Providers(
            new GatewaySettings("http://localhost", "embedded", List.of("twilio"), Path.of("data"), Path.of("routes")));

    private final DeliverySlots slots = new DeliverySlots(
            new DispatchSettings(8, Duration.ofSeconds(60)), PROVIDERS, new Instance(), Clock.systemUTC());

    @Test
    void claimsNoMoreThanThereAreFreeSlots() {
        slots.take(messages(5), slots.claim());
        Claim rest = slots.claim();
        assertThat(rest.limit()).isEqualTo(3);
        assertThat(rest.provider()).isEqualTo("twilio");
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
        assertThat(slots.release()).isFalse();
        assertThat(slots.release()).isTrue();
        assertThat(slots.claim().limit()).isEqualTo(2);
    }

    @Test
    void doesNotClaimAgainWhenNothingWaits() {
        slots.take(messages(7), slots.claim());
        for (int i = 0; i < 7; i++) {
            assertThat(slots.release()).isFalse();
        }
    }

    private static List<OutgoingMessage> messages(int count) {
        return Collections.nCopies(count, null);
    }
}
