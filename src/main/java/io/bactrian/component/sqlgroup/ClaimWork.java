package io.bactrian.component.sqlgroup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Takes rows so that no other instance gets them: the first statement selects them {@code for update skip locked}, the
 * ones after it run as a batch over the rows that it gave, and the body becomes the list of those rows.
 */
final class ClaimWork implements GroupWork {

    private final List<SqlStatement> statements;
    private final RecordMapper mapper;
    private final SqlValues values;

    ClaimWork(List<SqlStatement> statements, RecordMapper mapper, SqlValues values) {
        this.statements = statements;
        this.mapper = mapper;
        this.values = values;
    }

    @Override
    public void run(Connection connection, List<Waiting> group) throws SQLException {
        for (Waiting waiting : group) {
            List<Object> claimed = select(connection, waiting.body());
            for (SqlStatement statement : statements.subList(1, statements.size())) {
                mark(connection, statement, claimed, waiting.body());
            }
            waiting.found(claimed);
        }
    }

    private List<Object> select(Connection connection, Object claim) throws SQLException {
        SqlStatement statement = statements.get(0);
        List<Object> claimed = new ArrayList<>();
        try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
            values.bind(prepared, statement.parameters(), claim);
            try (ResultSet rows = prepared.executeQuery()) {
                Map<String, Integer> columns = RecordMapper.columns(rows);
                while (rows.next()) {
                    claimed.add(mapper.map(rows, columns));
                }
            }
        }
        return claimed;
    }

    private void mark(Connection connection, SqlStatement statement, List<Object> claimed, Object claim)
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
