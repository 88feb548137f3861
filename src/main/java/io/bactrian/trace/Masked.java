package io.bactrian.trace;

import io.bactrian.domain.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a value may be called in a trace. Whatever may hold a number or a text is told by what it is only, so that nothing
 * of a person is in it, whoever wrote the route.
 */
public final class Masked {

    /** A greater number may be somebody's telephone's. */
    private static final long GREATEST = 99_999;

    private static final int LONGEST = 300;

    private Masked() {}

    public static String of(Object value) {
        String plain = plain(value);
        if (plain != null) {
            return plain;
        }
        if (value instanceof Record fields) {
            return fields.getClass().getSimpleName() + shown(fields);
        }
        if (value instanceof Collection<?> list) {
            return "a list of " + list.size();
        }
        return value instanceof Map<?, ?> map
                ? "a map of " + map.size()
                : value.getClass().getSimpleName();
    }

    private static String plain(Object value) {
        if (value == null) {
            return "nothing";
        }
        if (value instanceof Boolean || value instanceof Enum<?> || value instanceof Instant) {
            return value.toString();
        }
        if (value instanceof Number number) {
            return Math.abs(number.doubleValue()) <= GREATEST ? number.toString() : "a number";
        }
        if (value instanceof CharSequence text) {
            return "a text of " + text.length();
        }
        return value instanceof Duration ? value.toString() : value instanceof PhoneNumber ? "a phone number" : null;
    }

    private static String shown(Record value) {
        String fields = RecordFields.of(value).told(value);
        return fields.length() > LONGEST ? fields.substring(0, LONGEST) + "…)" : fields;
    }

    /** The value at the end of a path of record fields, as {@code body.isRegistered} has it; masked. */
    public static String at(Object value, List<String> path) {
        Object reached = value;
        for (String field : path) {
            if (!(reached instanceof Record owner) || !RecordFields.of(owner).has(field)) {
                return reached == null ? "nothing" : "unknown";
            }
            reached = RecordFields.of(owner).read(field, owner);
        }
        return of(reached);
    }
}
