package io.bactrian.store.sql;

import io.bactrian.paging.InvalidCursorException;
import io.bactrian.paging.Page;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/** Where a page ends: at a row's time and number, written so that nobody takes it for more than it is. */
final class SqlCursor {

    private static final char BETWEEN = '.';

    /** Later than any row. */
    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999999Z");

    private static final Instant START = Instant.parse("0001-01-01T00:00:00Z");

    private SqlCursor() {}

    /**
     * A place among rows that are ordered by their time, and by their number where that is the same.
     *
     * @param at UTC, in whole microseconds
     */
    record Place(Instant at, long number) {

        /** This place, or the one before everything that happened at that time, whichever comes first; null: never. */
        Place notAfter(Instant until) {
            return until == null || at.isBefore(until) ? this : new Place(until, Long.MIN_VALUE);
        }

        /** What a caller is given for it. */
        String cursor() {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text().getBytes(StandardCharsets.US_ASCII));
        }

        private String text() {
            return ChronoUnit.MICROS.between(Instant.EPOCH, at) + String.valueOf(BETWEEN) + number;
        }

        private static Place of(String text) {
            int between = text.indexOf(BETWEEN);
            Instant at = Instant.EPOCH.plus(Long.parseLong(text.substring(0, between)), ChronoUnit.MICROS);
            if (at.isAfter(END) || at.isBefore(START)) {
                throw new InvalidCursorException();
            }
            return new Place(at, Long.parseLong(text.substring(between + 1)));
        }
    }

    /** The place that the next page lies behind; before everything for the first page. */
    static Place after(String cursor) {
        return cursor == null ? new Place(START, Long.MIN_VALUE) : before(cursor);
    }

    /** The place that the next page lies before; behind everything for the first page. */
    static Place before(String cursor) {
        if (cursor == null) {
            return new Place(END, Long.MAX_VALUE);
        }
        try {
            return Place.of(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException | ArithmeticException e) {
            throw new InvalidCursorException();
        }
    }

    /** @param rows one more than the limit, where there are more; one without a value is left out */
    static <T> Page<T> page(List<Row<T>> rows, int limit) {
        List<T> values = rows.stream()
                .limit(limit)
                .map(Row::value)
                .filter(Objects::nonNull)
                .toList();
        if (rows.size() <= limit) {
            return new Page<>(values, null);
        }
        return new Page<>(values, rows.get(limit - 1).place().cursor());
    }

    record Row<T>(Place place, T value) {}
}
