package io.bactrian.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.domain.Claim;
import io.bactrian.domain.OutgoingMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliverySlotsTests {

    private final DeliverySlots slots =
            new DeliverySlots(new DispatchSettings(8, Duration.ofSeconds(60)), new Instance(), Clock.systemUTC());

    @Test
    void claimsNoMoreThanThereAreFreeSlots() {
        take(5);
        assertThat(slots.claim().limit()).isEqualTo(3);
        take(3);
        assertThat(slots.claim().limit()).isZero();
    }

    @Test
    void claimsAgainWhenAQuarterIsFreeAndMoreWaits() {
        take(8);
        assertThat(slots.release()).isFalse();
        assertThat(slots.release()).isTrue();
        assertThat(slots.claim().limit()).isEqualTo(2);
    }

    @Test
    void doesNotClaimAgainWhenNothingWaits() {
        Claim claim = slots.claim();
        slots.take(messages(7), claim);
        for (int i = 0; i < 7; i++) {
            assertThat(slots.release()).isFalse();
        }
    }

    private void take(int count) {
        slots.take(messages(count), new Claim(count, "me", null, null));
    }

    private static List<OutgoingMessage> messages(int count) {
        return Collections.nCopies(count, null);
    }
}
