package io.bactrian.store.firestore;

import com.google.cloud.Timestamp;
import io.bactrian.domain.PhoneNumber;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads the fields of a document as words of the domain; what is not there is null. */
final class Fields {

    private final Map<String, Object> values;

    Fields(Map<String, Object> values) {
        this.values = values;
    }

    /** What Firestore takes as a point in time: microseconds at the finest, what is finer is cut off. */
    static Timestamp time(Instant instant) {
        return instant == null ? null : Timestamp.ofTimeSecondsAndNanos(instant.getEpochSecond(), instant.getNano());
    }

    /** An enumerated value as its word. */
    static String word(Enum<?> value) {
        return value == null ? null : value.toString();
    }

    static String whole(PhoneNumber number) {
        return number == null ? null : number.value();
    }

    String text(String name) {
        return (String) values.get(name);
    }

    String text(String name, String otherwise) {
        return text(name) == null ? otherwise : text(name);
    }

    PhoneNumber number(String name) {
        return PhoneNumber.of(text(name));
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    Integer integer(String name) {
        return values.get(name) instanceof Number number ? Integer.valueOf(number.intValue()) : null;
    }

    int count(String name) {
        return values.get(name) instanceof Number number ? number.intValue() : 0;
    }

    Instant instant(String name) {
        return values.get(name) instanceof Timestamp time
                ? Instant.ofEpochSecond(time.getSeconds(), time.getNanos())
                : null;
    }

    /** The value that prints as the field does. */
    <E extends Enum<E>> E word(String name, Class<E> type) {
        String word = text(name);
        return word == null ? null : valueOf(word, type);
    }

    private static <E extends Enum<E>> E valueOf(String word, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + type.getSimpleName() + " is written like that"));
    }

    @SuppressWarnings("unchecked")
    <T> List<T> list(String name) {
        return values.get(name) instanceof List<?> list ? (List<T>) list : List.of();
    }
}
