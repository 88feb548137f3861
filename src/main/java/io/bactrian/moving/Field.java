package io.bactrian.moving;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * One field of a kind of record.
 *
 * @param name as the design calls it
 * @param absent what a record that does not have the field means; a value that equals it is not written
 */
public record Field(String name, Type type, Object absent) {

    /** What a field's values are. */
    public enum Type {
        /** {@code String} */
        TEXT,
        /** {@code Integer} */
        NUMBER,
        /** {@code Boolean} */
        FLAG,
        /** {@code Instant}, in whole microseconds, which is what every store keeps */
        TIME,
        /** {@code BigDecimal} */
        AMOUNT,
        /** a {@code List} of {@code String} */
        ADDRESSES,
        /** a {@code List} of {@code io.bactrian.domain.Media} */
        ATTACHMENTS
    }

    static Field text(String name) {
        return new Field(name, Type.TEXT, null);
    }

    static Field text(String name, String absent) {
        return new Field(name, Type.TEXT, absent);
    }

    static Field number(String name) {
        return new Field(name, Type.NUMBER, null);
    }

    static Field flag(String name) {
        return new Field(name, Type.FLAG, null);
    }

    static Field time(String name) {
        return new Field(name, Type.TIME, null);
    }

    static Field amount(String name) {
        return new Field(name, Type.AMOUNT, null);
    }

    /** The one form of a value that is equal to it in every store, or null where it says nothing. */
    Object plain(Object value) {
        Object plain = value;
        if (value instanceof Instant time) {
            plain = time.truncatedTo(ChronoUnit.MICROS);
        } else if (value instanceof BigDecimal amount) {
            plain = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
        } else if (value instanceof List<?> list) {
            plain = List.copyOf(list);
        }
        return plain == null || plain.equals(absent) ? null : plain;
    }
}
