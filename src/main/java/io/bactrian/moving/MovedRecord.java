package io.bactrian.moving;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One record on its way. Two of them are equal when the stores that they come from hold the same.
 *
 * @param values by the field's name, in the order of the kind's fields; what is empty is not there
 */
public record MovedRecord(RecordKind kind, Map<String, Object> values) {

    public MovedRecord {
        Map<String, Object> plain = new LinkedHashMap<>();
        for (Field field : kind.fields()) {
            Object value = field.plain(values.get(field.name()));
            if (value != null) {
                plain.put(field.name(), value);
            }
        }
        values = Collections.unmodifiableMap(plain);
    }

    /** The value of a field, or what it means that there is none. */
    public Object value(Field field) {
        return values.getOrDefault(field.name(), field.absent());
    }

    @Override
    public String toString() {
        return "MovedRecord[" + kind.collection() + "]";
    }
}
