package io.bactrian.store.sql;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The conditions of a query that were asked for; the values are parameters, never part of the SQL. */
final class SqlConditions {

    private final StringBuilder sql = new StringBuilder();
    private final Map<String, Object> params = new HashMap<>();

    /**
     * @param condition SQL that names the parameter
     * @param value null: the condition does not apply
     */
    SqlConditions and(String condition, String name, Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            params.put(name, jdbcValue(value));
        }
        return this;
    }

    private static Object jdbcValue(Object value) {
        if (value instanceof Instant instant) {
            return SqlColumns.time(instant);
        }
        return value instanceof Boolean ? value : value.toString();
    }

    String sql() {
        return sql.toString();
    }

    Map<String, Object> params() {
        return params;
    }
}
