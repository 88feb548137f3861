package io.bactrian.schedule;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time as callers write it (RFC 9557): {@code 2026-12-01T09:00:00+01:00}, {@code 2026-12-01T09:00[Europe/Oslo]}, both, or
 * neither.
 *
 * @param offset null where none is written
 * @param zone null where none is written
 */
public record WrittenTime(LocalDateTime local, ZoneOffset offset, ZoneId zone) {

    private static final Pattern FORM =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?)"
                    + "([Zz]|[+-]\\d\\d:\\d\\d)?(?:\\[([A-Za-z0-9_+/-]{1,64})])?");

    /** @throws DateTimeException where the text is no time; the message says what is wrong with it */
    public static WrittenTime parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new DateTimeException("is no time like 2026-12-01T09:00:00+01:00");
        }
        return new WrittenTime(local(parts.group(1)), offset(parts.group(2)), named(parts.group(3)));
    }

    private static LocalDateTime local(String text) {
        try {
            return LocalDateTime.parse(text.toUpperCase(Locale.ROOT));
        } catch (DateTimeException e) {
            throw new DateTimeException("is no date and time that there is");
        }
    }

    private static ZoneOffset offset(String text) {
        try {
            return text == null ? null : ZoneOffset.of(text.toUpperCase(Locale.ROOT));
        } catch (DateTimeException e) {
            throw new DateTimeException("has no offset that there is");
        }
    }

    private static ZoneId named(String text) {
        return text == null ? null : zone(text);
    }

    /** @throws DateTimeException where there is no zone of that name */
    public static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new DateTimeException("names a zone that there is not");
        }
    }

    /** True where the text itself says which point in time it is. */
    public boolean isComplete() {
        return offset != null || zone != null;
    }

    /**
     * The point in time. A time that the clocks of its zone skip is as much later as they skip; of one that they show
     * twice it is the first, unless the offset says otherwise.
     *
     * @throws DateTimeException where the offset is none that the zone has then
     */
    public Instant instant() {
        if (zone == null) {
            return local.toInstant(offset);
        }
        if (offset == null) {
            return in(zone);
        }
        if (!mayBe(zone.getRules())) {
            throw new DateTimeException("has an offset that its zone has not at that time");
        }
        return local.toInstant(offset);
    }

    private boolean mayBe(ZoneRules rules) {
        ZoneOffsetTransition skipped = rules.getTransition(local);
        return rules.isValidOffset(local, offset)
                || skipped != null
                        && (skipped.getOffsetBefore().equals(offset)
                                || skipped.getOffsetAfter().equals(offset));
    }

    /** The point in time at which it is no earlier in any of these zones. */
    public Instant in(List<ZoneId> zones) {
        return zones.stream().map(this::in).max(Comparator.naturalOrder()).orElseThrow();
    }

    private Instant in(ZoneId place) {
        return ZonedDateTime.of(local, place).toInstant();
    }
}
