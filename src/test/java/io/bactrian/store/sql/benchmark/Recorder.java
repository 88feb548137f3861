package io.bactrian.store.sql.benchmark;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Passes everything on to a database, and remembers of each statement the values that it last ran with. */
final class Recorder {

    private final DataSource database;
    private final Map<String, Map<Integer, Object>> statements = Collections.synchronizedMap(new LinkedHashMap<>());

    Recorder(DataSource database) {
        this.database = database;
    }

    /** SQL with question marks, and the values by their place from 1. */
    Map<String, Map<Integer, Object>> statements() {
        return statements;
    }

    DataSource dataSource() {
        return proxy(
                DataSource.class,
                (self, method, args) -> method.getName().equals("getConnection")
                        ? connection(database.getConnection())
                        : method.invoke(database, args));
    }

    private Connection connection(Connection connection) {
        return proxy(Connection.class, (self, method, args) -> {
            Object result = method.invoke(connection, args);
            return result instanceof PreparedStatement statement ? statement((String) args[0], statement) : result;
        });
    }

    private PreparedStatement statement(String sql, PreparedStatement statement) {
        Map<Integer, Object> values = new TreeMap<>();
        statements.put(sql, values);
        return proxy(PreparedStatement.class, (self, method, args) -> {
            if (method.getName().startsWith("set") && args.length >= 2 && args[0] instanceof Integer place) {
                values.put(place, method.getName().equals("setNull") ? null : args[1]);
            }
            return method.invoke(statement, args);
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            try {
                return handler.invoke(self, method, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
