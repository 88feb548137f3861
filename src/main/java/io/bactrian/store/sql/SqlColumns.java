package io.bactrian.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/** How the columns of both databases are read. */
final class SqlColumns {

    private SqlColumns() {}

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** The drivers take no {@code Instant}. */
    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    static Integer integer(ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    /** The value that prints as the column does, or null where that is empty. */
    static <E extends Enum<E>> E word(ResultSet row, String column, Class<E> type) throws SQLException {
        String word = row.getString(column);
        return word == null ? null : word(word, type);
    }

    private static <E extends Enum<E>> E word(String word, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + type.getSimpleName() + " is written like that"));
    }
}
