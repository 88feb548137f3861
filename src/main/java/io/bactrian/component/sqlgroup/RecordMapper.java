package io.bactrian.component.sqlgroup;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.bactrian.domain.PhoneNumber;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes a record of a row: the column {@code lease_until} is the component {@code leaseUntil}. A component without a
 * column stays empty; a column without a component is passed over.
 */
final class RecordMapper {

    private final RecordComponent[] components;
    private final Constructor<?> constructor;
    private final ObjectMapper json;

    RecordMapper(Class<?> type, ObjectMapper json) {
        this.components = type.getRecordComponents();
        this.json = json;
        try {
            this.constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type + " is no record", e);
        }
    }

    /** The columns of a result by the component that they fill. */
    static Map<String, Integer> columns(ResultSet rows) throws SQLException {
        ResultSetMetaData meta = rows.getMetaData();
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.put(camelCase(meta.getColumnLabel(i)), i);
        }
        return columns;
    }

    private static String camelCase(String label) {
        StringBuilder name = new StringBuilder();
        boolean upper = false;
        for (char c : label.toLowerCase(Locale.ROOT).toCharArray()) {
            if (c == '_') {
                upper = true;
            } else {
                name.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return name.toString();
    }

    /** @throws UnreadableRow where the row holds what this version does not know */
    Object map(ResultSet row, Map<String, Integer> columns) throws SQLException {
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                Integer column = columns.get(components[i].getName());
                values[i] = column == null ? missing(components[i]) : value(row, column, components[i]);
            }
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new UnreadableRow(
                    "a row does not make a " + constructor.getDeclaringClass().getSimpleName());
        }
    }

    private static Object missing(RecordComponent component) {
        if (component.getType() == boolean.class) {
            return false;
        }
        return component.getType() == int.class ? 0 : null;
    }

    private Object value(ResultSet row, int column, RecordComponent component) throws SQLException {
        Class<?> type = component.getType();
        if (type == String.class) {
            return row.getString(column);
        }
        if (type == PhoneNumber.class) {
            return PhoneNumber.of(row.getString(column));
        }
        if (type == Instant.class) {
            OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
            return time == null ? null : time.toInstant();
        }
        if (type == int.class) {
            return row.getInt(column);
        }
        if (type == boolean.class) {
            return row.getBoolean(column);
        }
        return boxed(row, column, component);
    }

    private Object boxed(ResultSet row, int column, RecordComponent component) throws SQLException {
        Object value = row.getObject(column);
        if (value == null) {
            return null;
        }
        if (component.getType().isEnum()) {
            return word(component.getType(), value);
        }
        if (component.getType() == List.class) {
            return list(row.getString(column), component);
        }
        return component.getType() == Integer.class ? (Object) row.getInt(column) : value;
    }

    /** An enumerated value is stored as its word, or as its place where the order matters. */
    private static Object word(Class<?> type, Object value) {
        Object[] constants = type.getEnumConstants();
        if (value instanceof Number place) {
            return constants[place.intValue()];
        }
        return Arrays.stream(constants)
                .filter(constant -> constant.toString().equals(value.toString()))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("no " + type.getSimpleName() + " is called that in this version"));
    }

    private Object list(String text, RecordComponent component) throws SQLException {
        try {
            return json.readValue(text, json.constructType(component.getGenericType()));
        } catch (java.io.IOException e) {
            throw new UnreadableRow("a stored list is no JSON");
        }
    }
}
