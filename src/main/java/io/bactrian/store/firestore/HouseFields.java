package io.bactrian.store.firestore;

import com.google.cloud.Timestamp;
import io.bactrian.domain.Media;
import io.bactrian.domain.StoreException;
import io.bactrian.moving.Field;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the value of a moved field is in a document. What cannot come back as it was is refused, both ways. */
final class HouseFields {

    private HouseFields() {}

    /** @throws StoreException where Firestore has no such value */
    static Object toDocument(Field field, Object value) {
        try {
            return stored(value);
        } catch (RuntimeException e) {
            throw unusable(field);
        }
    }

    private static Object stored(Object value) {
        if (value instanceof String text) {
            return whole(text);
        }
        if (value instanceof Instant time) {
            return Fields.time(time);
        }
        if (value instanceof BigDecimal amount) {
            return number(amount);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(HouseFields::stored).toList();
        }
        return value instanceof Media media ? attachment(media) : value;
    }

    /** Firestore keeps whole characters only, and its client would put a question mark for half of one. */
    private static String whole(String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("half a character");
        }
        return text;
    }

    /** A number, as other programs expect; the few that a number does not hold exactly are kept as text. */
    private static Object number(BigDecimal amount) {
        double number = amount.doubleValue();
        boolean exact = Double.isFinite(number) && BigDecimal.valueOf(number).compareTo(amount) == 0;
        return exact ? (Object) number : amount.toPlainString();
    }

    private static Map<String, Object> attachment(Media media) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("url", stored(media.url()));
        fields.put("contentType", stored(media.contentType()));
        return fields;
    }

    /** @throws StoreException where the document holds something else there */
    static Object fromDocument(Field field, Object value) {
        try {
            return value == null ? null : read(field.type(), value);
        } catch (RuntimeException e) {
            throw unusable(field);
        }
    }

    private static Object read(Field.Type type, Object value) {
        return switch (type) {
            case TEXT -> (String) value;
            case NUMBER -> Math.toIntExact((Long) value);
            case FLAG -> (Boolean) value;
            case TIME -> instant((Timestamp) value);
            case AMOUNT -> new BigDecimal(value.toString());
            case ADDRESSES -> ((List<?>) value).stream().map(String.class::cast).toList();
            case ATTACHMENTS ->
                ((List<?>) value).stream().map(HouseFields::media).toList();
        };
    }

    private static Instant instant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }

    private static Media media(Object value) {
        Map<?, ?> fields = (Map<?, ?>) value;
        return new Media((String) fields.get("url"), (String) fields.get("contentType"));
    }

    /** Not with its cause: that quotes the value. */
    private static StoreException unusable(Field field) {
        return new StoreException("the field " + field.name(), "unusable value", false, null);
    }
}
