package io.bactrian.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockCheckTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String AT_NOON = "Fri, 20 Nov 2026 12:00:00 GMT";

    @Test
    void fiveSecondsApartIsTheSameTime() {
        assertThat(ClockCheck.againstHeader("Twilio", AT_NOON, NOON.plusSeconds(5))
                        .verdict())
                .isEqualTo(Verdict.RIGHT);
        assertThat(ClockCheck.againstHeader("Twilio", AT_NOON, NOON.minusSeconds(5))
                        .verdict())
                .isEqualTo(Verdict.RIGHT);
    }

    @Test
    void moreIsToldWithItsDirection() {
        assertThat(ClockCheck.againstHeader("Twilio", AT_NOON, NOON.plusSeconds(60))
                        .says())
                .startsWith("is 60 s ahead of that of Twilio");
        assertThat(ClockCheck.againstHeader("Twilio", AT_NOON, NOON.minusSeconds(60))
                        .says())
                .startsWith("is 60 s behind that of Twilio");
    }

    @Test
    void whoTellsNoTimeIsNotBelieved() {
        assertThat(ClockCheck.againstHeader("Twilio", null, NOON).verdict()).isEqualTo(Verdict.UNCHECKED);
        assertThat(ClockCheck.againstHeader("Twilio", "noon", NOON).verdict()).isEqualTo(Verdict.UNCHECKED);
    }
}
