package io.bactrian.component.sqlgroup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;

/**
 * Runs every statement of a file as one batch over the rows of the group. A row is a body, or each element of a body
 * that is a list. The first statement decides: the ones after it run only for the rows that it changed, and its count
 * is what the exchange gets; 0 says that the row was there already. It also gets the count of the last statement, for a
 * file whose last statement finds something out.
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
        tell(group, counts, Waiting::changed);
        tell(group, rest(connection, rows, counts), Waiting::changedLast);
    }

    /** What the last statement changed, by the place of the row; 0 where it did not run. */
    private int[] rest(Connection connection, List<Object> rows, int[] counts) throws SQLException {
        int[] places = IntStream.range(0, counts.length)
                .filter(place -> counts[place] > 0)
                .toArray();
        List<Object> changed = Arrays.stream(places).mapToObj(rows::get).toList();
        int[] last = counts.clone();
        for (SqlStatement statement : statements.subList(1, statements.size())) {
            int[] these = changed.isEmpty() ? new int[0] : batch(connection, statement, changed);
            for (int i = 0; i < these.length; i++) {
                last[places[i]] = these[i];
            }
        }
        return last;
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

    private static void tell(List<Waiting> group, int[] counts, ObjIntConsumer<Waiting> told) {
        int next = 0;
        for (Waiting waiting : group) {
            int changed = 0;
            for (int i = rowsOf(waiting).size(); i > 0; i--) {
                changed += counts[next++];
            }
            told.accept(waiting, changed);
        }
    }
}
