package io.bactrian.component.sqlgroup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Answers every body of the group, which is a key or a list of keys, with one query: {@code … where phone_number =
 * any(:keys)}. A key becomes its record, or null where no row came; a list becomes the list of the records found: one
 * of each key, the last that came, or all of them where a key may have many.
 */
final class FindWork implements GroupWork {

    private final SqlStatement statement;
    private final RecordMapper mapper;
    private final String keyColumn;
    private final boolean many;

    FindWork(SqlStatement statement, RecordMapper mapper, String keyColumn, boolean many) {
        if (!Set.copyOf(statement.parameters()).equals(Set.of("keys"))) {
            throw new IllegalArgumentException("a query of kind find has no parameter but :keys");
        }
        this.statement = statement;
        this.mapper = mapper;
        this.keyColumn = keyColumn;
        this.many = many;
    }

    @Override
    public void run(Connection connection, List<Waiting> group) throws SQLException {
        Object[] keys = group.stream().flatMap(FindWork::keys).distinct().toArray();
        Map<String, List<Object>> found = new HashMap<>();
        try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
            for (int i = 1; i <= statement.parameters().size(); i++) {
                prepared.setObject(i, SqlValues.array(prepared, keys));
            }
            try (ResultSet rows = prepared.executeQuery()) {
                Map<String, Integer> columns = RecordMapper.columns(rows);
                while (rows.next()) {
                    keep(found, rows.getString(keyColumn), mapper.map(rows, columns));
                }
            }
        }
        group.forEach(waiting -> waiting.found(answer(waiting, found)));
    }

    private void keep(Map<String, List<Object>> found, String key, Object value) {
        List<Object> records = found.computeIfAbsent(key, any -> new ArrayList<>(1));
        if (!many) {
            records.clear();
        }
        records.add(value);
    }

    private static Stream<String> keys(Waiting waiting) {
        return waiting.body() instanceof List<?> list
                ? list.stream().map(SqlValues::word)
                : Stream.of(SqlValues.word(waiting.body()));
    }

    private static Object answer(Waiting waiting, Map<String, List<Object>> found) {
        List<Object> records = keys(waiting)
                .flatMap(key -> found.getOrDefault(key, List.of()).stream())
                .toList();
        boolean list = waiting.body() instanceof List<?>;
        return list ? records : records.isEmpty() ? null : records.get(0);
    }
}
