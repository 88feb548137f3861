package io.bactrian.store.sql;

import static io.bactrian.store.sql.SqlColumns.instant;

import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.OptOutSource;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.optout.OptOutLog;
import io.bactrian.optout.OptOutQuery;
import io.bactrian.paging.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who opted out, in the table {@code opt_outs}. */
class SqlOptOutLog implements OptOutLog {

    private static final String PAGE =
            """
            select * from opt_outs
            where changed_at <= :before and (changed_at, number) < (:before, :beforeNumber)""";
    private static final String NEWEST_FIRST = " order by changed_at desc, number desc limit :rows";

    private final JdbcClient jdbc;

    SqlOptOutLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Page<OptOutChange> page(OptOutQuery wanted) {
        String person = wanted.person() == null ? null : wanted.person().value();
        SqlConditions conditions = new SqlConditions()
                .and("tenant = :tenant", "tenant", wanted.page().tenant())
                .and("opted_out = :optedOut", "optedOut", wanted.optedOut())
                .and("phone_number = :person", "person", person)
                .and("scope = :scope", "scope", wanted.scope())
                .and("changed_at >= :since", "since", wanted.since());
        int limit = wanted.page().limit();
        SqlCursor.Place before = SqlCursor.before(wanted.page().cursor()).notAfter(wanted.until());
        var found = jdbc.sql(PAGE + conditions.sql() + NEWEST_FIRST)
                .params(conditions.params())
                .param("before", SqlColumns.time(before.at()))
                .param("beforeNumber", before.number())
                .param("rows", limit + 1)
                .query((row, index) -> new SqlCursor.Row<>(
                        new SqlCursor.Place(instant(row, "changed_at"), row.getLong("number")), change(row)))
                .list();
        return SqlCursor.page(found, limit);
    }

    private static OptOutChange change(ResultSet row) throws SQLException {
        return new OptOutChange(
                row.getString("change_id"),
                new PhoneNumber(row.getString("phone_number")),
                PhoneNumber.of(row.getString("sender")),
                row.getString("service"),
                row.getBoolean("opted_out"),
                OptOutSource.of(row.getString("source")),
                row.getString("wording"),
                row.getString("reason"),
                row.getString("recorded_by"),
                instant(row, "changed_at"),
                row.getString("tenant"));
    }
}
