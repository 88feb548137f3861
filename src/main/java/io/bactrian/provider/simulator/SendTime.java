package io.bactrian.provider.simulator;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.springframework.util.MultiValueMap;

/** Times as callers of Twilio write them, and the rules for when a scheduled message may leave. */
final class SendTime {

    private static final Duration SOONEST = Duration.ofSeconds(300);
    private static final Duration LATEST = Duration.ofDays(35);

    /** Seconds. */
    private static final int LONGEST_VALIDITY = 36_000;

    private SendTime() {}

    /**
     * When the message is to leave, UTC, or null for now.
     *
     * @throws Refusal where Twilio would not schedule it, or for no such validity
     */
    static Instant of(MultiValueMap<String, String> form, boolean throughService, Instant now) {
        requireValidity(form.getFirst("ValidityPeriod"));
        if (!"fixed".equals(form.getFirst("ScheduleType"))) {
            return null;
        }
        if (!throughService) {
            throw Refusal.of(35118);
        }
        Instant sendAt = sendAt(form.getFirst("SendAt"));
        if (!sendAt.isAfter(now.plus(SOONEST))) {
            throw Refusal.of(35114);
        }
        if (sendAt.isAfter(now.plus(LATEST))) {
            throw Refusal.of(35115);
        }
        return sendAt;
    }

    /** Nothing is done with it: no simulated message waits so long. */
    private static void requireValidity(String seconds) {
        boolean possible =
                seconds == null || seconds.matches("[1-9]\\d{0,4}") && Integer.parseInt(seconds) <= LONGEST_VALIDITY;
        if (!possible) {
            throw Refusal.of(21624);
        }
    }

    private static Instant sendAt(String text) {
        try {
            return parse(text == null ? "" : text);
        } catch (DateTimeException e) {
            throw Refusal.of(35114);
        }
    }

    /** A date and time in ISO 8601 form; the Java SDK leaves the zone away and means UTC. */
    static Instant parse(String text) {
        TemporalAccessor time =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text, ZonedDateTime::from, LocalDateTime::from);
        return time instanceof ZonedDateTime zoned
                ? zoned.toInstant()
                : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
    }
}
