package io.bactrian.component.sqlgroup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs every statement of a file as one batch over the rows of the group. A row is a body, or each element of a body
 * that is a list. The first statement decides: the ones after it run only for the rows that it changed, and its count
 * is what the exchange gets; 0 says that the row was there already.
 */
final class WriteWork implements GroupWork {

    private final List<SqlStatement> statements;
    private final SqlValues values;

    WriteWork(List<SqlStatement> statements, SqlValues values) {
        this.statements = statements;
        this.values = values;
    }

    @Override
    public void run(Connection connection, List<Waiting> group) throws SQLException {
        List<Object> rows = new ArrayList<>();
        group.forEach(waiting -> rows.addAll(rowsOf(waiting)));
        int[] counts = rows.isEmpty() ? new int[0] : batch(connection, statements.get(0), rows);
        tell(group, counts);
        List<Object> changed = changed(rows, counts);
        for (SqlStatement statement : statements.subList(1, statements.size())) {
            if (!changed.isEmpty()) {
                batch(connection, statement, changed);
            }
        }
    }

    private static List<?> rowsOf(Waiting waiting) {
        return waiting.body() instanceof List<?> list ? list : List.of(waiting.body());
    }

    private int[] batch(Connection connection, SqlStatement statement, List<Object> rows) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
            for (Object row : rows) {
                values.bind(prepared, statement.parameters(), row);
                prepared.addBatch();
            }
            return prepared.executeBatch();
        }
    }

    private static void tell(List<Waiting> group, int[] counts) {
        int next = 0;
        for (Waiting waiting : group) {
            int changed = 0;
            for (int i = rowsOf(waiting).size(); i > 0; i--) {
                changed += counts[next++];
            }
            waiting.changed(changed);
        }
    }

    private static List<Object> changed(List<Object> rows, int[] counts) {
        List<Object> changed = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                changed.add(rows.get(i));
            }
        }
        return changed;
    }
}
