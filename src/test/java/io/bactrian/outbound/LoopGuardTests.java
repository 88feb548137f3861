package io.bactrian.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.MovingClock;
import io.bactrian.domain.Channel;
import io.bactrian.domain.Draft;
import io.bactrian.domain.Kind;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopGuardTests {

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final LoopGuard guard = new LoopGuard(new GuardSettings(2, 3, Duration.ofMinutes(10)), clock, meters);

    @Test
    void holdsTheAnswerThatIsOneTooManyAndCountsIt() {
        assertThat(answer("+15005550100")).isTrue();
        assertThat(answer("+15005550100")).isTrue();
        assertThat(answer("+15005550100")).isFalse();
        assertThat(answer("+15005550101")).as("another number").isTrue();
        assertThat(meters.get("sms.guard.held")
                        .tag("reason", "answers")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void letsItThroughAgainWhenTheWindowIsOver() {
        answer("+15005550100");
        answer("+15005550100");
        clock.pass(Duration.ofMinutes(10));
        assertThat(answer("+15005550100")).isTrue();
    }

    @Test
    void doesNotCountTheAnswerToAMessageThatComesAgain() {
        OutgoingMessage answer = message("+15005550100", Kind.ACKNOWLEDGMENT, "thanks");
        assertThat(guard.allowAnswer(answer, false)).isTrue();
        for (int i = 0; i < 5; i++) {
            assertThat(guard.allowAnswer(answer, true)).isTrue();
        }
        assertThat(answer("+15005550100")).isTrue();
        assertThat(guard.allowAnswer(answer, false)).isFalse();
        assertThat(guard.allowAnswer(answer, true))
                .as("held before, and so again")
                .isFalse();
    }

    @Test
    void saysHowLongTheSameTextHasToWait() {
        for (int i = 0; i < 3; i++) {
            assertThat(guard.wait(message("+15005550100", Kind.API, "hello"))).isNull();
        }
        clock.pass(Duration.ofMinutes(4));
        assertThat(guard.wait(message("+15005550100", Kind.API, "hello"))).isEqualTo(Duration.ofMinutes(6));
        assertThat(guard.wait(message("+15005550100", Kind.API, "hello!"))).isNull();
        assertThat(guard.wait(message("+15005550101", Kind.CAMPAIGN, "hello"))).isNull();
    }

    private boolean answer(String number) {
        return guard.allowAnswer(message(number, Kind.ACKNOWLEDGMENT, "thanks"), null);
    }

    private static OutgoingMessage message(String to, Kind kind, String text) {
        return OutgoingMessage.queued(
                new Draft(
                        "m1",
                        new PhoneNumber(to),
                        null,
                        Channel.SMS,
                        text,
                        List.of(),
                        kind,
                        Priority.NORMAL,
                        null,
                        null,
                        null,
                        "default"),
                Instant.EPOCH);
    }
}
