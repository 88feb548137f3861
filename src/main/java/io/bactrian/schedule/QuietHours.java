package io.bactrian.schedule;

import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.ProviderException;
import io.bactrian.domain.ProviderException.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Tells when a person may be texted. A number that may be in several zones is texted while none of them has quiet hours;
 * where no hour of the day is such, while as many of them as possible have none.
 */
@Component("quietHours")
public class QuietHours {

    private final QuietHoursSettings settings;
    private final NumberZones zones;
    private final Clock clock;

    QuietHours(QuietHoursSettings settings, NumberZones zones, Clock clock) {
        this.settings = settings;
        this.zones = zones;
        this.clock = clock;
    }

    /** The first time at which the number may be texted, at the given time or later; that itself where no zone is known. */
    public Instant next(PhoneNumber number, Instant from) {
        List<ZoneId> all = zones.of(number);
        TreeSet<Instant> times = new TreeSet<>();
        times.add(from);
        all.forEach(zone -> times.add(end(zone, from)));
        Instant best = from;
        long most = -1;
        for (Instant time : times) {
            long awake = all.stream().filter(zone -> !isQuiet(zone, time)).count();
            if (awake > most) {
                most = awake;
                best = time;
            }
        }
        return best;
    }

    /** The same time, or a later one where the message is to wait for the end of quiet hours. */
    public Instant next(OutgoingMessage message, Instant from) {
        return message.quietHours() ? next(message.phoneNumber(), from) : from;
    }

    /**
     * The same message, where it may be sent now.
     *
     * @throws ProviderException not called, where its recipient has quiet hours; due again when they end
     */
    public OutgoingMessage check(OutgoingMessage message) {
        Instant now = clock.instant();
        Instant next = next(message, now);
        if (next.isAfter(now)) {
            throw new ProviderException(
                    Failure.NOT_CALLED, null, "the recipient has quiet hours", Duration.between(now, next));
        }
        return message;
    }

    /** When the next quiet hours end that end after the time, or the time itself where there are none. */
    private Instant end(ZoneId zone, Instant time) {
        if (settings.from().equals(settings.until())) {
            return time;
        }
        ZonedDateTime local = time.atZone(zone);
        ZonedDateTime today = until(local.toLocalDate(), zone);
        ZonedDateTime end =
                today.isAfter(local) ? today : until(local.toLocalDate().plusDays(1), zone);
        return end.toInstant();
    }

    /** The second time, where the clocks show it twice: between the two it would be quiet again. */
    private ZonedDateTime until(LocalDate day, ZoneId zone) {
        return day.atTime(settings.until()).atZone(zone).withLaterOffsetAtOverlap();
    }

    private boolean isQuiet(ZoneId zone, Instant time) {
        LocalTime local = time.atZone(zone).toLocalTime();
        LocalTime from = settings.from();
        LocalTime until = settings.until();
        return from.isAfter(until)
                ? !local.isBefore(from) || local.isBefore(until)
                : !local.isBefore(from) && local.isBefore(until);
    }
}
