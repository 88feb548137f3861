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
 * ones after it run as a batch over the rows that it gave, and the body becomes the list of those rows. A row that
 * cannot be read is left out and put off, so that it does not stand first in every claim.
 */
final class ClaimWork implements GroupWork {

    private final List<SqlStatement> statements;
    private final List<SqlStatement> puttingOff;
    private final RecordMapper mapper;
    private final SqlValues values;

    /** @param puttingOff runs for each row that cannot be read; where there are none, such a row fails the claim */
    ClaimWork(List<SqlStatement> statements, List<SqlStatement> puttingOff, RecordMapper mapper, SqlValues values) {
        this.statements = statements;
        this.puttingOff = puttingOff;
        this.mapper = mapper;
        this.values = values;
    }

    /** A row of which no more can be read than which one it is. */
    private record Unreadable(String id) {}

    private record Claimed(List<Object> rows, List<Unreadable> unreadable) {}

    @Override
    public void run(Connection connection, List<Waiting> group) throws SQLException {
        for (Waiting waiting : group) {
            Claimed claimed = select(connection, waiting.body());
            for (SqlStatement statement : statements.subList(1, statements.size())) {
                mark(connection, statement, claimed.rows(), waiting.body());
            }
            for (SqlStatement statement : puttingOff) {
                mark(connection, statement, claimed.unreadable(), waiting.body());
            }
            waiting.found(claimed.rows());
            waiting.unreadable(claimed.unreadable().stream().map(Unreadable::id).toList());
        }
    }

    private Claimed select(Connection connection, Object claim) throws SQLException {
        SqlStatement statement = statements.get(0);
        Claimed claimed = new Claimed(new ArrayList<>(), new ArrayList<>());
        try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
            values.bind(prepared, statement.parameters(), claim);
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
