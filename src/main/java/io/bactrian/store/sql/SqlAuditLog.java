package io.bactrian.store.sql;

import static io.bactrian.store.sql.SqlColumns.instant;

import io.bactrian.audit.AuditEntry;
import io.bactrian.audit.AuditLog;
import io.bactrian.audit.AuditQuery;
import io.bactrian.paging.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was done, in the table {@code audit_entries}. */
class SqlAuditLog implements AuditLog {

    private static final String PAGE =
            """
            select * from audit_entries
            where called_at <= :before and (called_at, number) < (:before, :beforeNumber)""";
    private static final String NEWEST_FIRST = " order by called_at desc, number desc limit :rows";

    private final JdbcClient jdbc;

    SqlAuditLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Page<AuditEntry> page(AuditQuery wanted) {
        SqlConditions conditions = new SqlConditions()
                .and("tenant = :tenant", "tenant", wanted.page().tenant())
                .and("who = :who", "who", wanted.who())
                .and("operation = :operation", "operation", wanted.operation())
                .and("called_at >= :since", "since", wanted.since());
        int limit = wanted.page().limit();
        SqlCursor.Place before = SqlCursor.before(wanted.page().cursor()).notAfter(wanted.until());
        var found = jdbc.sql(PAGE + conditions.sql() + NEWEST_FIRST)
                .params(conditions.params())
                .param("before", SqlColumns.time(before.at()))
                .param("beforeNumber", before.number())
                .param("rows", limit + 1)
                .query((row, index) -> new SqlCursor.Row<>(
                        new SqlCursor.Place(instant(row, "called_at"), row.getLong("number")), entry(row)))
                .list();
        return SqlCursor.page(found, limit);
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getString("id"),
                instant(row, "called_at"),
                row.getString("tenant"),
                row.getString("who"),
                row.getString("via"),
                row.getString("key_id"),
                row.getString("operation"),
                row.getString("target"),
                row.getString("reason"),
                row.getString("address"),
                SqlColumns.integer(row, "http_status"));
    }
}
