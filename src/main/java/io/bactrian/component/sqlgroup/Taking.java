package io.bactrian.component.sqlgroup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Selects rows for a claim, and marks them as taken. */
final class Taking {

    private final List<SqlStatement> puttingOff;
    private final RecordMapper mapper;
    private final SqlValues values;

    /** @param puttingOff runs for each row that cannot be read; where there are none, such a row fails the claim */
    Taking(List<SqlStatement> puttingOff, RecordMapper mapper, SqlValues values) {
        this.puttingOff = puttingOff;
        this.mapper = mapper;
        this.values = values;
    }

    /** A row of which no more can be read than which one it is. */
    private record Unreadable(String id) {}

    /** What a select has found. */
    record Claimed(List<Object> rows, List<Unreadable> unreadable) {

        Claimed() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void add(Claimed more) {
            rows.addAll(more.rows);
            unreadable.addAll(more.unreadable);
        }
    }

    Claimed select(Connection connection, SqlStatement statement, Object asked) throws SQLException {
        Claimed claimed = new Claimed();
        try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
            values.bind(prepared, statement.parameters(), asked);
            try (ResultSet rows = prepared.executeQuery()) {
                Map<String, Integer> columns = RecordMapper.columns(rows);
                while (rows.next()) {
                    read(rows, columns, claimed);
                }
            }
        }
        return claimed;
    }

    private void read(ResultSet row, Map<String, Integer> columns, Claimed claimed) throws SQLException {
        try {
            claimed.rows().add(mapper.map(row, columns));
        } catch (UnreadableRow e) {
            if (puttingOff.isEmpty()) {
                throw e;
            }
            claimed.unreadable().add(new Unreadable(row.getString("id")));
        }
    }

    /** Runs the statements for what was claimed, and tells the exchange. */
    void end(Connection connection, List<SqlStatement> statements, Claimed claimed, Waiting waiting)
            throws SQLException {
        for (SqlStatement statement : statements) {
            mark(connection, statement, claimed.rows(), waiting.body());
        }
        for (SqlStatement statement : puttingOff) {
            mark(connection, statement, claimed.unreadable(), waiting.body());
        }
        waiting.found(claimed.rows());
        waiting.unreadable(claimed.unreadable().stream().map(Unreadable::id).toList());
    }

    private void mark(Connection connection, SqlStatement statement, List<?> claimed, Object claim)
            throws SQLException {
        if (claimed.isEmpty()) {
            return;
        }
        try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
            for (Object row : claimed) {
                values.bind(prepared, statement.parameters(), row, claim);
                prepared.addBatch();
            }
            prepared.executeBatch();
        }
    }
}
