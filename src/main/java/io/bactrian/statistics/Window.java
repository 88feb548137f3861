package io.bactrian.statistics;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The time that is asked about, in full hours.
 *
 * @param zone whose days are counted
 */
public record Window(Instant since, Instant until, ZoneId zone) {

    public static final Duration LONGEST = Duration.ofDays(31).plusHours(1);

    public Window {
        since = since.truncatedTo(ChronoUnit.HOURS);
        until = roundedUp(until);
    }

    /** Since midnight, until the hour is over. */
    public static Window today(Instant now, ZoneId zone) {
        return new Window(midnight(now, zone), now.plusMillis(1), zone);
    }

    /** The day that it is, and those before. */
    public static Window days(Instant now, ZoneId zone, int days) {
        Instant first = now.atZone(zone).minusDays(days - 1L).toInstant();
        return new Window(midnight(first, zone), now.plusMillis(1), zone);
    }

    private static Instant midnight(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    private static Instant roundedUp(Instant time) {
        Instant hour = time.truncatedTo(ChronoUnit.HOURS);
        return hour.equals(time) ? hour : hour.plus(1, ChronoUnit.HOURS);
    }

    public boolean isUsable() {
        return since.isBefore(until) && Duration.between(since, until).compareTo(LONGEST) <= 0;
    }

    public Slot whole() {
        return new Slot(since, until);
    }

    /** The last hours of it. */
    public List<Slot> hours(int most) {
        Instant from = until.minus(most, ChronoUnit.HOURS);
        return slots(from.isAfter(since) ? from : since, time -> time.plusHours(1));
    }

    /** Days of the zone; where its days begin within an hour, each at the hour after. */
    public List<Slot> days() {
        return slots(since, time -> time.toLocalDate().plusDays(1).atStartOfDay(zone));
    }

    private List<Slot> slots(Instant from, UnaryOperator<ZonedDateTime> next) {
        List<Slot> slots = new ArrayList<>();
        Instant begin = from;
        while (begin.isBefore(until)) {
            Instant end = roundedUp(next.apply(begin.atZone(zone)).toInstant());
            slots.add(new Slot(begin, end.isAfter(until) ? until : end));
            begin = end;
        }
        return slots;
    }
}
