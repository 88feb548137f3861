package io.bactrian.component.sqlgroup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Takes rows so that no other instance gets them: the first statement selects them {@code for update skip locked}, the
 * ones after it run as a batch over the rows that it gave, and the body becomes the list of those rows. A row that
 * cannot be read is left out and put off, so that it does not stand first in every claim.
 */
final class ClaimWork implements GroupWork {

    private final List<SqlStatement> statements;
    private final Taking taking;

    ClaimWork(List<SqlStatement> statements, Taking taking) {
        this.statements = statements;
        this.taking = taking;
    }

    @Override
    public void run(Connection connection, List<Waiting> group) throws SQLException {
        for (Waiting waiting : group) {
            Taking.Claimed claimed = taking.select(connection, statements.get(0), waiting.body());
            taking.end(connection, statements.subList(1, statements.size()), claimed, waiting);
        }
    }
}
