package io.bactrian.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.MovingClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoginAttemptsTests {

    private static final String HOME = "192.0.2.1";
    private static final String AWAY = "192.0.2.2";

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final LoginAttempts attempts = new LoginAttempts(clock);

    @Test
    void aFewTyposCostNothingAndThenTheWaitDoubles() {
        fail(4, "ada", HOME);
        assertThat(attempts.wait("ada", HOME)).isZero();
        fail(1, "ada", HOME);
        assertThat(attempts.wait("ada", HOME)).isEqualTo(Duration.ofSeconds(1));
        clock.pass(Duration.ofSeconds(1));
        assertThat(attempts.wait("ada", HOME)).isZero();
        fail(1, "ada", HOME);
        assertThat(attempts.wait("ada", HOME)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aNameWaitsFromEveryAddressButNeverLong() {
        fail(30, "ada", AWAY);
        assertThat(attempts.wait(" ADA", HOME)).isEqualTo(Duration.ofSeconds(30));
        assertThat(attempts.wait("grace", HOME)).isZero();
    }

    @Test
    void anAddressWaitsForEveryNameWhetherThereIsOneOrNot() {
        for (int name = 0; name < 30; name++) {
            attempts.failed("nobody-" + name, AWAY);
        }
        assertThat(attempts.wait("ada", AWAY)).isEqualTo(Duration.ofMinutes(5));
        attempts.succeeded("ada");
        assertThat(attempts.wait("ada", AWAY)).isEqualTo(Duration.ofMinutes(5));
        assertThat(attempts.wait("ada", HOME)).isZero();
    }

    private void fail(int times, String name, String address) {
        for (int time = 0; time < times; time++) {
            attempts.failed(name, address);
        }
    }
}
