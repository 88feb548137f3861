package io.bactrian.store.sql;

import io.bactrian.paging.InvalidCursorException;
import io.bactrian.paging.Page;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** Where a page ends: at a row's number, written so that nobody takes it for more than it is. */
final class SqlCursor {

    private SqlCursor() {}

    /** The number of the row that the next page lies before; the largest there is for the first page. */
    static long before(String cursor) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw new InvalidCursorException();
        }
    }

    /** @param rows one more than the limit, where there are more */
    static <T> Page<T> page(List<Row<T>> rows, int limit) {
        Function<Row<T>, T> value = Row::value;
        if (rows.size() <= limit) {
            return new Page<>(rows.stream().map(value).toList(), null);
        }
        String last = Long.toString(rows.get(limit - 1).number());
        String cursor =
                Base64.getUrlEncoder().withoutPadding().encodeToString(last.getBytes(StandardCharsets.US_ASCII));
        return new Page<>(rows.stream().limit(limit).map(value).toList(), cursor);
    }

    record Row<T>(long number, T value) {}
}
