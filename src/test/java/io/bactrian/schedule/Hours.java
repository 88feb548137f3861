package io.bactrian.schedule;

import java.time.Clock;
import java.time.LocalTime;

/** Quiet hours for tests of other packages: from nine in the evening to eight in the morning. */
public final class Hours {

    private Hours() {}

    public static QuietHours standard(Clock clock) {
        return between("21:00", "08:00", "", clock);
    }

    static QuietHours between(String from, String until, String zone, Clock clock) {
        QuietHoursSettings settings =
                new QuietHoursSettings(LocalTime.parse(from), LocalTime.parse(until), true, false, zone);
        return new QuietHours(settings, new NumberZones(settings), clock);
    }
}
