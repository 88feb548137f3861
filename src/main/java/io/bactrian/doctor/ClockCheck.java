package io.bactrian.doctor;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Holds this machine's clock against somebody else's. */
public final class ClockCheck {

    private static final String PART = "clock";

    /** Leases of messages are kept by the clock of each instance; a second is lost on the way and in rounding. */
    private static final Duration APART = Duration.ofSeconds(5);

    private ClockCheck() {}

    /**
     * @param whose whose clock the other one is
     * @param date as it stands in the header Date of HTTP; may be null
     */
    public static Diagnosis againstHeader(String whose, String date, Instant ours) {
        try {
            return against(whose, Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)), ours);
        } catch (DateTimeException | NullPointerException e) {
            return Diagnosis.unchecked(PART, whose + " told no time", "Compare the clock of this machine by hand.");
        }
    }

    public static Diagnosis against(String whose, Instant theirs, Instant ours) {
        Duration apart = Duration.between(theirs, ours);
        if (apart.abs().compareTo(APART) <= 0) {
            return Diagnosis.right(PART, "agrees with that of " + whose);
        }
        return Diagnosis.wrong(
                PART,
                "is " + apart.abs().toSeconds() + " s " + (apart.isNegative() ? "behind" : "ahead of") + " that of "
                        + whose + ": leases, tokens and the time of messages go by it",
                "Have the machine's clock set by NTP (timedatectl set-ntp true).");
    }
}
