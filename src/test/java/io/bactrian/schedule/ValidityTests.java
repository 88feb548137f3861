package io.bactrian.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bactrian.domain.Channel;
import io.bactrian.domain.Draft;
import io.bactrian.domain.Kind;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import io.bactrian.domain.ProviderException;
import io.bactrian.domain.ProviderException.Failure;
import io.bactrian.domain.ProviderException.Reach;
import io.bactrian.domain.Timing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValidityTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private final Validity validity =
            new Validity(new ValiditySettings(Duration.ofHours(48), Duration.ofHours(4)), CLOCK);

    @Test
    void lastsAsLongAsItsSenderSaysOrElseTheSettings() {
        assertThat(validity.until(Duration.ofSeconds(30), NOON)).isEqualTo(NOON.plusSeconds(30));
        assertThat(validity.until(null, NOON)).isEqualTo(NOON.plus(Duration.ofHours(48)));
        assertThat(validity.ofAcknowledgment(NOON)).isEqualTo(NOON.plus(Duration.ofHours(4)));
    }

    @Test
    void whatIsNotValidAnyMoreIsRefusedWithoutACall() {
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> validity.check(message(NOON, false)))
                .satisfies(refusal -> {
                    assertThat(refusal.failure()).isEqualTo(Failure.REJECTED);
                    assertThat(refusal.reach()).isEqualTo(Reach.GATEWAY);
                    assertThat(refusal.code()).isEqualTo("expired");
                });
        OutgoingMessage valid = message(NOON.plusMillis(1), false);
        assertThat(validity.check(valid)).isSameAs(valid);
        OutgoingMessage forever = message(null, false);
        assertThat(validity.check(forever)).isSameAs(forever);
    }

    @Test
    void whoeverHasQuietHoursIsNotCalledUntilTheyEnd() {
        Instant night = Instant.parse("2026-11-20T23:00:00Z");
        QuietHours hours = Hours.standard(Clock.fixed(night, ZoneOffset.UTC));
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> hours.check(message(null, true)))
                .satisfies(refusal -> {
                    assertThat(refusal.failure()).isEqualTo(Failure.NOT_CALLED);
                    assertThat(refusal.retryAfter()).isEqualTo(Duration.ofHours(8));
                });
        OutgoingMessage indifferent = message(null, false);
        assertThat(hours.check(indifferent)).isSameAs(indifferent);
    }

    private static OutgoingMessage message(Instant validUntil, boolean quietHours) {
        PhoneNumber oslo = new PhoneNumber("+4722334455");
        Draft draft = new Draft(
                "m1", oslo, null, Channel.SMS, "x", List.of(), Kind.API, Priority.LOW, null, null, "me", "default");
        return OutgoingMessage.queued(draft, new Timing(NOON, validUntil, quietHours), NOON, null);
    }
}
