package io.bactrian.store.sql;

import io.bactrian.statistics.Backlog;
import io.bactrian.statistics.Backlogs;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is not over yet, by the index of statuses. */
class SqlBacklogs implements Backlogs {

    private static final String COUNT =
            """
            select count(*) from (
                select 1 as one from communications where tenant = :tenant and status = :status%s limit :most) found""";
    private static final String WAITING = COUNT.formatted("");
    private static final String UNKNOWN = COUNT.formatted(" and awaits_decision");
    private static final String OLDEST =
            """
            select created_at from communications where tenant = :tenant and status = 'queued'
            order by created_at limit 1""";

    private final JdbcClient jdbc;

    SqlBacklogs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Backlog of(String tenant) {
        Instant oldest = jdbc.sql(OLDEST)
                .param("tenant", tenant)
                .query((row, number) -> SqlColumns.instant(row, "created_at"))
                .optional()
                .orElse(null);
        return new Backlog(count(WAITING, tenant, "queued"), oldest, count(UNKNOWN, tenant, "sending"));
    }

    private long count(String sql, String tenant, String status) {
        return jdbc.sql(sql)
                .param("tenant", tenant)
                .param("status", status)
                .param("most", Backlog.MOST)
                .query(Long.class)
                .single();
    }
}
