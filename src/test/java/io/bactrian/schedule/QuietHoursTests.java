package io.bactrian.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bactrian.domain.PhoneNumber;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTests {

    private static Instant next(String number, String at, String from, String until, String zone) {
        Clock clock = Clock.fixed(Instant.parse(at), ZoneOffset.UTC);
        return Hours.between(from, until, zone, clock).next(new PhoneNumber(number), clock.instant());
    }

    /** Oslo is one hour ahead in winter and two in summer, New York five behind in winter. */
    @ParameterizedTest
    @CsvSource({
        "+4722334455,   2026-12-01T19:59:59Z, 2026-12-01T19:59:59Z",
        "+4722334455,   2026-12-01T20:00:00Z, 2026-12-02T07:00:00Z",
        "+4722334455,   2026-12-02T00:30:00Z, 2026-12-02T07:00:00Z",
        "+4722334455,   2026-12-02T06:59:59Z, 2026-12-02T07:00:00Z",
        "+4722334455,   2026-12-02T07:00:00Z, 2026-12-02T07:00:00Z",
        "+4722334455,   2026-07-01T19:00:00Z, 2026-07-02T06:00:00Z",
        "+12125551234,  2026-12-01T20:00:00Z, 2026-12-01T20:00:00Z",
        "+12125551234,  2026-12-02T02:00:00Z, 2026-12-02T13:00:00Z",
        "+14155551234,  2026-12-02T02:00:00Z, 2026-12-02T02:00:00Z",
        "+14155551234,  2026-12-02T05:00:00Z, 2026-12-02T16:00:00Z",
        "+447400123456, 2026-12-01T21:30:00Z, 2026-12-02T08:00:00Z"
    })
    void aPersonIsTextedByTheClockWhereTheyLive(String number, String at, String next) {
        assertThat(next(number, at, "21:00", "08:00", "")).isEqualTo(next);
    }

    /** The night on which the clocks of Oslo change is an hour shorter in March and an hour longer in October. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-28T21:00:00Z, 08:00, 2026-03-29T06:00:00Z",
        "2026-10-24T21:00:00Z, 08:00, 2026-10-25T07:00:00Z",
        "2026-03-28T21:00:00Z, 02:30, 2026-03-29T01:30:00Z",
        "2026-10-24T21:00:00Z, 02:30, 2026-10-25T01:30:00Z",
        "2026-10-25T00:10:00Z, 02:30, 2026-10-25T01:30:00Z",
        "2026-10-25T01:10:00Z, 02:30, 2026-10-25T01:30:00Z"
    })
    void nightsThatAreLongerOrShorterEndByTheClockToo(String at, String until, String next) {
        assertThat(next("+4722334455", at, "21:00", until, "")).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({
        "12:00, 14:00, 2026-12-01T11:30:00Z, 2026-12-01T13:00:00Z",
        "12:00, 14:00, 2026-12-01T23:30:00Z, 2026-12-01T23:30:00Z",
        "00:00, 07:00, 2026-12-01T23:30:00Z, 2026-12-02T06:00:00Z",
        "21:00, 00:00, 2026-12-01T22:30:00Z, 2026-12-01T23:00:00Z",
        "08:00, 08:00, 2026-12-01T23:30:00Z, 2026-12-01T23:30:00Z"
    })
    void quietHoursMayCrossMidnightOrNotOrNotBe(String from, String until, String at, String next) {
        assertThat(next("+4722334455", at, from, until, "")).isEqualTo(next);
    }

    /** A mobile of Australia is in any of zones from Cocos (6.5 hours ahead) to Sydney (11 in summer there). */
    @ParameterizedTest
    @CsvSource({
        "2026-12-01T09:59:00Z, 2026-12-01T09:59:00Z",
        "2026-12-01T10:00:00Z, 2026-12-02T01:30:00Z",
        "2026-12-01T22:00:00Z, 2026-12-02T01:30:00Z",
        "2026-12-02T01:30:00Z, 2026-12-02T01:30:00Z"
    })
    void aNumberOfSeveralZonesIsTextedWhileAllAreAwake(String at, String next) {
        assertThat(next("+61412345678", at, "21:00", "08:00", "")).isEqualTo(next);
    }

    /** From ten in the evening to six in the evening: in no hour is everybody of Russia awake. */
    @Test
    void whereNoHourSuitsAllOneIsTakenThatSuitsMost() {
        Instant night = Instant.parse("2026-12-01T20:00:00Z");
        Clock clock = Clock.fixed(night, ZoneOffset.UTC);
        QuietHours hours = Hours.between("22:00", "18:00", "", clock);
        Instant next = hours.next(new PhoneNumber("+79161234567"), night);
        assertThat(next).isAfter(night).isBefore(night.plusSeconds(90_000));
        assertThat(hours.next(new PhoneNumber("+79161234567"), next))
                .as("what waited for it goes then")
                .isEqualTo(next);
    }

    /** Toll-free and personal numbers of North America, a satellite's, a number that cannot be, a short code, a name. */
    @ParameterizedTest
    @CsvSource({"+18002345678", "+15005550100", "+870773111632", "+15555550100", "72345", "whoever"})
    void aNumberThatSaysNothingOfAPlaceHasTheZoneOfTheSettingsOrNone(String number) {
        assertThat(next(number, "2026-12-01T22:00:00Z", "21:00", "08:00", "")).isEqualTo("2026-12-01T22:00:00Z");
        assertThat(next(number, "2026-12-01T22:00:00Z", "21:00", "08:00", "Europe/Oslo"))
                .isEqualTo("2026-12-02T07:00:00Z");
    }

    @Test
    void aZoneThatThereIsNotIsRefusedByName() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new QuietHoursSettings(LocalTime.NOON, LocalTime.NOON, true, false, "Mars/Base"))
                .withMessageContaining("SMS_QUIET_HOURS_ZONE");
    }
}
