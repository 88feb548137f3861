package io.bactrian.trace;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** The fields of a kind of record, looked up once. */
final class RecordFields {

    private static final ClassValue<RecordFields> KNOWN = new ClassValue<>() {
        @Override
        protected RecordFields computeValue(Class<?> type) {
            return new RecordFields(type);
        }
    };

    private final Map<String, Method> all = new LinkedHashMap<>();
    private final Map<String, Method> telling = new LinkedHashMap<>();

    private RecordFields(Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            Method accessor = component.getAccessor();
            if (accessor.trySetAccessible()) {
                all.put(component.getName(), accessor);
                if (tells(component.getType())) {
                    telling.put(component.getName(), accessor);
                }
            }
        }
    }

    /** What is never personal. */
    private static boolean tells(Class<?> type) {
        return type == boolean.class || type == Boolean.class || type.isEnum() || type == int.class;
    }

    static RecordFields of(Record value) {
        return KNOWN.get(value.getClass());
    }

    boolean has(String name) {
        return all.containsKey(name);
    }

    Object read(String name, Record owner) {
        return read(all.get(name), owner);
    }

    /** The fields that say something and nothing personal, in words; empty where there are none. */
    String told(Record owner) {
        StringJoiner told = new StringJoiner(", ", " (", ")").setEmptyValue("");
        telling.forEach((name, accessor) -> {
            Object value = read(accessor, owner);
            if (value != null) {
                told.add(name + ": " + Masked.of(value));
            }
        });
        return told.toString();
    }

    private static Object read(Method accessor, Record owner) {
        try {
            return accessor.invoke(owner);
        } catch (IllegalAccessException | InvocationTargetException e) {
            return null; // what cannot be read is not told
        }
    }
}
