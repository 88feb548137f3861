package io.bactrian.provider.simulator;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import org.springframework.util.MultiValueMap;

/**
 * What a caller wants listed.
 *
 * @param notBefore not sent before, UTC, in whole seconds as Twilio's dates are; null: from the beginning
 * @param notAfter not sent after, likewise
 * @param olderThan the place where the page before this one ended, or null for the first page
 */
record MessageQuery(String to, String from, Instant notBefore, Instant notAfter, int pageSize, int page, Long olderThan)
        implements Predicate<SimulatedMessage> {

    private static final int DEFAULT_PAGE = 50;
    private static final int LARGEST_PAGE = 1000;
    private static final String TOKEN_PREFIX = "PA";

    /** @throws Refusal for a value that cannot be read */
    static MessageQuery of(MultiValueMap<String, String> query) {
        return of(query, "DateSent");
    }

    /**
     * @param time the field by whose time is listed
     * @throws Refusal for a value that cannot be read
     */
    static MessageQuery of(MultiValueMap<String, String> query, String time) {
        String day = query.getFirst(time);
        String token = query.getFirst("PageToken");
        return new MessageQuery(
                query.getFirst("To"),
                query.getFirst("From"),
                day == null ? time(query, time + ">") : time(query, time),
                day == null ? time(query, time + "<") : lastOf(day, time(query, time)),
                Math.min(LARGEST_PAGE, number(query, "PageSize", DEFAULT_PAGE, 1)),
                number(query, "Page", 0, 0),
                token == null ? null : place(token));
    }

    /** What continues after that place, as a page token. */
    static String token(long place) {
        return TOKEN_PREFIX + place;
    }

    /**
     * An unsent message is filtered by when it was taken: a caller who asks whether a message got through must see
     * the one that has not left yet.
     */
    @Override
    public boolean test(SimulatedMessage message) {
        Instant sent = message.sentAt() == null ? message.createdAt() : message.sentAt();
        return !message.isCall() && matches(message, sent);
    }

    /** @param time of that message, by which is listed; null is before and after nothing */
    boolean matches(SimulatedMessage message, Instant time) {
        Instant second = time == null ? null : time.truncatedTo(ChronoUnit.SECONDS);
        return (to == null || to.equals(message.to()))
                && (from == null || from.equals(message.from()))
                && (notBefore == null || second != null && !second.isBefore(notBefore))
                && (notAfter == null || second != null && !second.isAfter(notAfter));
    }

    private static Instant time(MultiValueMap<String, String> query, String name) {
        String text = query.getFirst(name);
        if (text == null) {
            return null;
        }
        try {
            return isDay(text) ? midnight(text) : SendTime.parse(text).truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException e) {
            throw Refusal.of(20001, name);
        }
    }

    private static boolean isDay(String text) {
        return text.indexOf('T') < 0;
    }

    private static Instant midnight(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Instant lastOf(String day, Instant first) {
        return isDay(day) ? first.plus(1, ChronoUnit.DAYS).minusSeconds(1) : first;
    }

    private static int number(MultiValueMap<String, String> query, String name, int otherwise, int least) {
        try {
            String text = query.getFirst(name);
            return text == null ? otherwise : Math.max(least, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw Refusal.of(20001, name);
        }
    }

    private static long place(String token) {
        try {
            return Long.parseLong(token.substring(TOKEN_PREFIX.length()));
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            throw Refusal.of(20001, "PageToken");
        }
    }

    @Override
    public String toString() {
        return "MessageQuery[" + page + "]";
    }
}
