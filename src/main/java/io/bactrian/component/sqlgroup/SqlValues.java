package io.bactrian.component.sqlgroup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.UserKey;
import java.lang.reflect.Method;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reads named parameters from records, and turns them into what JDBC takes. */
final class SqlValues {

    private final ObjectMapper json;
    private final Map<Class<?>, Map<String, Optional<Method>>> accessors = new ConcurrentHashMap<>();

    SqlValues(ObjectMapper json) {
        this.json = json;
    }

    /** Sets every parameter from the first of the sources that has a component of that name. */
    void bind(PreparedStatement statement, List<String> parameters, Object... sources) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, jdbcValue(statement, read(parameters.get(i), sources)));
        }
    }

    private Object read(String name, Object... sources) {
        for (Object source : sources) {
            Optional<Method> accessor = accessor(source.getClass(), name);
            if (accessor.isPresent()) {
                return call(accessor.get(), source);
            }
        }
        throw new IllegalArgumentException("parameter :" + name + " is no component of "
                + sources[0].getClass().getSimpleName());
    }

    private Optional<Method> accessor(Class<?> type, String name) {
        return accessors
                .computeIfAbsent(type, any -> new ConcurrentHashMap<>())
                .computeIfAbsent(name, key -> Arrays.stream(type.getMethods())
                        .filter(method -> method.getName().equals(key) && method.getParameterCount() == 0)
                        .findFirst());
    }

    private static Object call(Method accessor, Object source) {
        try {
            return accessor.invoke(source);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("parameter :" + accessor.getName() + " cannot be read", e);
        }
    }

    /** A number whole, a time in UTC, an enumerated value as its word, an array as SQL's, a list as JSON. */
    private Object jdbcValue(PreparedStatement statement, Object value) throws SQLException {
        if (value instanceof PhoneNumber || value instanceof Enum<?>) {
            return word(value);
        }
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof Object[] words) {
            return array(statement, words);
        }
        return value instanceof List<?> list ? asJson(list) : value;
    }

    static Object array(PreparedStatement statement, Object... values) throws SQLException {
        Object[] words = Arrays.stream(values).map(SqlValues::word).toArray();
        return statement.getConnection().createArrayOf("varchar", words);
    }

    static String word(Object value) {
        if (value instanceof UserKey key) {
            return key.value();
        }
        return value instanceof PhoneNumber number ? number.value() : value.toString();
    }

    private String asJson(List<?> list) {
        try {
            return json.writeValueAsString(list);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a list cannot be written as JSON", e);
        }
    }
}
