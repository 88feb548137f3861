package io.bactrian.api;

import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import io.bactrian.domain.Timing;
import io.bactrian.schedule.NumberZones;
import io.bactrian.schedule.QuietHours;
import io.bactrian.schedule.QuietHoursSettings;
import io.bactrian.schedule.ScheduleSettings;
import io.bactrian.schedule.Validity;
import io.bactrian.schedule.WrittenTime;
import io.bactrian.web.Refused;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads when callers want their messages sent, until when, and whether not in quiet hours. */
@Component
class SendTimes {

    /** In place of the name of a zone: the one that the number is in. */
    private static final String RECIPIENT = "recipient";

    private static final Duration LONGEST_VALIDITY = Duration.ofDays(30);

    private final ScheduleSettings limits;
    private final QuietHoursSettings settings;
    private final QuietHours quietHours;
    private final NumberZones zones;
    private final Validity validity;

    SendTimes(
            ScheduleSettings limits,
            QuietHoursSettings settings,
            QuietHours quietHours,
            NumberZones zones,
            Validity validity) {
        this.limits = limits;
        this.settings = settings;
        this.quietHours = quietHours;
        this.zones = zones;
        this.validity = validity;
    }

    /** Null for now, which is also what a time means that has just passed. */
    Instant sendAt(SendRequest request, PhoneNumber to, Instant now) {
        ZoneId zone = zone(request.timeZone());
        if (request.sendAt() == null) {
            return null;
        }
        Instant at = read("sendAt", () -> instant(WrittenTime.parse(request.sendAt()), request.timeZone(), zone, to));
        if (at.isBefore(now.minus(limits.late()))) {
            throw Refused.unprocessable("sendAt", "is too long ago");
        }
        if (at.isAfter(now.plus(limits.ahead()))) {
            throw Refused.unprocessable("sendAt", "is too far ahead");
        }
        return at.isAfter(now) ? at : null;
    }

    /** Null where none is named, and for the recipient's. */
    private static ZoneId zone(String name) {
        return name == null || name.equals(RECIPIENT) ? null : read("timeZone", () -> WrittenTime.zone(name));
    }

    private Instant instant(WrittenTime time, String timeZone, ZoneId zone, PhoneNumber to) {
        if (time.isComplete()) {
            return time.instant();
        }
        if (timeZone == null) {
            throw Refused.unprocessable("sendAt", "has neither an offset nor a zone, and timeZone names none");
        }
        return time.in(zone == null ? zones(to) : List.of(zone));
    }

    private List<ZoneId> zones(PhoneNumber to) {
        List<ZoneId> known = zones.of(to);
        if (known.isEmpty()) {
            throw Refused.unprocessable("timeZone", "cannot be the recipient's: the number does not tell it");
        }
        return known;
    }

    /**
     * @param sendAt null for now
     * @param ofBatch whether it is one of the messages of a bulk call
     * @throws Refused where it would not be valid any more when it may be sent first
     */
    Timing timing(SendRequest request, PhoneNumber to, Instant sendAt, Instant now, boolean ofBatch) {
        Instant wantedAt = sendAt == null ? now : sendAt;
        Instant validUntil = validity.until(validFor(request.validFor()), wantedAt);
        boolean quiet = keepsQuiet(request, ofBatch);
        Instant dueAt = quiet ? quietHours.next(to, wantedAt) : wantedAt;
        if (!dueAt.isBefore(validUntil)) {
            throw Refused.unprocessable("validFor", "is over before the quiet hours of the recipient are");
        }
        return new Timing(dueAt, validUntil, quiet);
    }

    private boolean keepsQuiet(SendRequest request, boolean ofBatch) {
        if (request.quietHours() != null) {
            return request.quietHours();
        }
        return request.priority() != Priority.URGENT && (ofBatch ? settings.bulk() : settings.single());
    }

    /** In seconds, or as ISO 8601 writes a duration. */
    private static Duration validFor(String text) {
        if (text == null) {
            return null;
        }
        Duration wanted = read(
                "validFor",
                () -> text.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(text)) : Duration.parse(text));
        if (wanted.compareTo(Duration.ofSeconds(1)) < 0 || wanted.compareTo(LONGEST_VALIDITY) > 0) {
            throw Refused.unprocessable("validFor", "is shorter than a second or longer than 30 days");
        }
        return wanted;
    }

    private static <T> T read(String field, Reading<T> reading) {
        try {
            return reading.get();
        } catch (DateTimeException e) {
            boolean told = e.getClass() == DateTimeException.class;
            throw Refused.unprocessable(field, told ? e.getMessage() : "cannot be read");
        }
    }

    private interface Reading<T> {
        T get();
    }
}
