package io.bactrian.trace;

import io.bactrian.domain.PhoneNumber;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

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

    /** The fields that say something and nothing personal. */
    private static String shown(Record value) {
        String fields = Arrays.stream(value.getClass().getRecordComponents())
                .map(component -> shown(component, value))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", ", " (", ")"));
        String cut = fields.length() > LONGEST ? fields.substring(0, LONGEST) + "…)" : fields;
        return cut.equals(" ()") ? "" : cut;
    }

    private static String shown(RecordComponent component, Record owner) {
        Object value = read(component, owner);
        boolean tells = value instanceof Boolean || value instanceof Enum<?> || value instanceof Number;
        return tells ? component.getName() + ": " + plain(value) : null;
    }

    private static Object read(RecordComponent component, Record owner) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null; // what cannot be read is not told
        }
    }

    /** The value at the end of a path of record fields, as {@code body.isRegistered} has it; masked. */
    public static String at(Object value, String path) {
        Object reached = value;
        for (String name : path.isEmpty() ? new String[0] : path.split("\\.")) {
            String field = name.replace("()", "");
            Object owner = reached;
            RecordComponent found = owner instanceof Record
                    ? Arrays.stream(owner.getClass().getRecordComponents())
                            .filter(component -> component.getName().equals(field))
                            .findFirst()
                            .orElse(null)
                    : null;
            if (found == null) {
                return owner == null ? "nothing" : "unknown";
            }
            reached = read(found, (Record) owner);
        }
        return of(reached);
    }
}
