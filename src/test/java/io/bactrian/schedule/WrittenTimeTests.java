package io.bactrian.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenTimeTests {

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T09:00:00Z,                        2026-12-01T09:00:00Z",
        "2026-12-01t09:00:00z,                        2026-12-01T09:00:00Z",
        "2026-12-01T09:00:00.5+05:30,                 2026-12-01T03:30:00.500Z",
        "2026-12-01T09:00:00[Europe/Oslo],            2026-12-01T08:00:00Z",
        "2026-12-01T09:00[Europe/Oslo],               2026-12-01T08:00:00Z",
        "2026-07-01T09:00[Europe/Oslo],               2026-07-01T07:00:00Z",
        "2026-12-01T09:00:00+01:00[Europe/Oslo],      2026-12-01T08:00:00Z",
        "2026-12-01T09:00:00[America/Argentina/Ushuaia], 2026-12-01T12:00:00Z"
    })
    void isThePointInTimeThatItSays(String text, String instant) {
        assertThat(WrittenTime.parse(text).instant()).isEqualTo(instant);
    }

    /** In Oslo, from two to three is skipped in March and there twice in October. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-29T01:59:59[Europe/Oslo],       2026-03-29T00:59:59Z",
        "2026-03-29T02:30:00[Europe/Oslo],       2026-03-29T01:30:00Z",
        "2026-03-29T02:30:00+01:00[Europe/Oslo], 2026-03-29T01:30:00Z",
        "2026-03-29T02:30:00+02:00[Europe/Oslo], 2026-03-29T00:30:00Z",
        "2026-10-25T02:30:00[Europe/Oslo],       2026-10-25T00:30:00Z",
        "2026-10-25T02:30:00+02:00[Europe/Oslo], 2026-10-25T00:30:00Z",
        "2026-10-25T02:30:00+01:00[Europe/Oslo], 2026-10-25T01:30:00Z",
        "2026-10-25T03:00:00[Europe/Oslo],       2026-10-25T02:00:00Z"
    })
    void isTakenSensiblyWhereTheClocksChange(String text, String instant) {
        assertThat(WrittenTime.parse(text).instant()).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource({
        "tomorrow,                               is no time",
        "2026-12-01,                             is no time",
        "2026-12-01T09:00:00[],                  is no time",
        "2026-12-01T09:00:00[Europe/Oslo]Z,      is no time",
        "2026-13-01T09:00:00Z,                   is no date and time",
        "2026-02-30T09:00:00Z,                   is no date and time",
        "2026-12-01T24:00:01Z,                   is no date and time",
        "2026-12-01T09:00:00+25:00,              has no offset",
        "2026-12-01T09:00:00[Europe/Atlantis],   names a zone that there is not",
        "2026-12-01T09:00:00+05:00[Europe/Oslo], has an offset that its zone has not",
        "2026-12-01T09:00:00+02:00[Europe/Oslo], has an offset that its zone has not"
    })
    void isRefusedInWordsWhereItIsNone(String text, String reason) {
        assertThatExceptionOfType(DateTimeException.class)
                .isThrownBy(() -> WrittenTime.parse(text).instant())
                .withMessageContaining(reason);
    }

    @Test
    void inSeveralZonesItIsTheTimeAtWhichItIsEarlierInNone() {
        WrittenTime nine = WrittenTime.parse("2026-12-01T09:00");
        assertThat(nine.isComplete()).isFalse();
        assertThat(nine.in(List.of(ZoneId.of("Australia/Sydney"), ZoneId.of("Australia/Perth"))))
                .isEqualTo("2026-12-01T01:00:00Z");
    }
}
