package io.bactrian.component.sqlgroup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Answers every body of the group, which is a key or a list of keys, with one query: {@code … where phone_number =
 * any(:keys)}. A key becomes its record, or null where no row came; a list becomes the list of the records found.
 */
final class FindWork implements GroupWork {

    private final SqlStatement statement;
    private final RecordMapper mapper;
    private final String keyColumn;

    FindWork(SqlStatement statement, RecordMapper mapper, String keyColumn) {
        if (!Set.copyOf(statement.parameters()).equals(Set.of("keys"))) {
            throw new IllegalArgumentException("a query of kind find has no parameter but :keys");
        }
        this.statement = statement;
        this.mapper = mapper;
        this.keyColumn = keyColumn;
    }

    @Override
    public void run(Connection connection, List<Waiting> group) throws SQLException {
        Object[] keys = group.stream().flatMap(FindWork::keys).distinct().toArray();
        Map<String, Object> found = new HashMap<>();
        try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
            for (int i = 1; i <= statement.parameters().size(); i++) {
                prepared.setObject(i, SqlValues.array(prepared, keys));
            }
            try (ResultSet rows = prepared.executeQuery()) {
                Map<String, Integer> columns = RecordMapper.columns(rows);
                while (rows.next()) {
                    found.put(rows.getString(keyColumn), mapper.map(rows, columns));
                }
            }
        }
        group.forEach(waiting -> waiting.found(answer(waiting, found)));
    }

    private static Stream<String> keys(Waiting waiting) {
        return waiting.body() instanceof List<?> list
                ? list.stream().map(SqlValues::word)
                : Stream.of(SqlValues.word(waiting.body()));
    }

    private static Object answer(Waiting waiting, Map<String, Object> found) {
        return waiting.body() instanceof List<?>
                ? keys(waiting).map(found::get).filter(Objects::nonNull).toList()
                : found.get(SqlValues.word(waiting.body()));
    }
}
