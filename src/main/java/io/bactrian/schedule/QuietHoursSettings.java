package io.bactrian.schedule;

import jakarta.validation.constraints.NotNull;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When people are not to be texted, by the clock where they live.
 *
 * @param from when quiet hours begin; with the same {@code until}, there are none
 * @param until when they end; earlier than {@code from}, it is on the next day
 * @param bulk whether they hold for the messages of a bulk call that does not say
 * @param single whether they hold for any other message that does not say
 * @param zone the zone of numbers that say nothing of a place, a name of the IANA database; empty, and these have none
 */
@Validated
@ConfigurationProperties("sms.quiet-hours")
public record QuietHoursSettings(
        @DefaultValue("21:00") @NotNull LocalTime from,
        @DefaultValue("08:00") @NotNull LocalTime until,
        @DefaultValue("true") boolean bulk,
        @DefaultValue("false") boolean single,
        @DefaultValue("") String zone) {

    public QuietHoursSettings {
        requireZone(zone);
    }

    private static void requireZone(String zone) {
        try {
            if (!zone.isBlank()) {
                ZoneId.of(zone.strip());
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "SMS_QUIET_HOURS_ZONE (sms.quiet-hours.zone) has to be a zone like Europe/Oslo, not " + zone);
        }
    }

    /** Null where there is none. */
    ZoneId zoneOfOthers() {
        return zone.isBlank() ? null : ZoneId.of(zone.strip());
    }
}
