package io.bactrian.component.sqlgroup;

import io.bactrian.domain.InTurns;
import io.bactrian.domain.Lane;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A claim from several lanes, in one transaction: the first statement tells the lanes, the second selects rows of one of
 * them, as often as the body asks, and the others mark what the body then says it takes. What it does not take is as it
 * was.
 */
final class TurnsWork implements GroupWork {

    private static final int STATEMENTS = 2;

    private final List<SqlStatement> statements;
    private final Taking lanes;
    private final Taking taking;

    TurnsWork(List<SqlStatement> statements, RecordMapper lanes, Taking taking, SqlValues values) {
        if (statements.size() < STATEMENTS) {
            throw new IllegalArgumentException("a file of kind turns has a statement for the lanes and one for a lane");
        }
        this.statements = statements;
        this.lanes = new Taking(List.of(), lanes, values);
        this.taking = taking;
    }

    @Override
    public void run(Connection connection, List<Waiting> group) throws SQLException {
        for (Waiting waiting : group) {
            Taking.Claimed claimed = claim(connection, (InTurns) waiting.body());
            taking.end(connection, statements.subList(STATEMENTS, statements.size()), claimed, waiting);
        }
    }

    private Taking.Claimed claim(Connection connection, InTurns turns) throws SQLException {
        turns.begin(lanes.select(connection, statements.get(0), turns).rows().stream()
                .map(Lane.class::cast)
                .toList());
        Taking.Claimed claimed = new Taking.Claimed();
        for (Object asked = turns.next(); asked != null; asked = turns.next()) {
            Taking.Claimed found = taking.select(connection, statements.get(1), asked);
            turns.found(found.rows());
            claimed.add(found);
        }
        claimed.rows().clear();
        claimed.rows().addAll(turns.taken());
        return claimed;
    }
}
