package io.bactrian.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BoundedCheckTests {

    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private volatile boolean broken;
    private final BoundedCheck check = new BoundedCheck("test", this::look, now::get);

    private String look() {
        looks.incrementAndGet();
        if (broken) {
            throw new IllegalStateException("the number +15005550006");
        }
        return null;
    }

    @AfterEach
    void close() {
        check.close();
    }

    @Test
    void manyProbesWithinASecondAreOneLook() {
        for (int probe = 0; probe < 1000; probe++) {
            assertThat(check.problem()).isNull();
        }
        assertThat(looks).hasValue(1);
    }

    @Test
    void looksAgainAfterASecondAndTellsNothingThatTheFailureSaid() {
        assertThat(check.problem()).isNull();
        broken = true;
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(999));
        assertThat(check.problem()).isNull();
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
        assertThat(check.problem()).isEqualTo("fails (IllegalStateException)");
        assertThat(looks).hasValue(2);
    }

    @Test
    void aFailureIsNotLookedAtAgainWithinTheSecondEither() {
        broken = true;
        check.problem();
        assertThat(check.problem()).isEqualTo("fails (IllegalStateException)");
        assertThat(looks).hasValue(1);
    }
}
