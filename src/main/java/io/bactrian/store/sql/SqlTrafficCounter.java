package io.bactrian.store.sql;

import io.bactrian.statistics.Slot;
import io.bactrian.statistics.TrafficCounter;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts hour by hour into {@code traffic_counts}: the hour that it is all the time, those before it ever more seldom, until
 * nothing is to be expected of them. However many instances there are, each hour is counted by one of them.
 */
class SqlTrafficCounter implements TrafficCounter {

    private static final String DUE =
            """
            select tenant, begins_at, due_at from traffic_hours
            where due_at <= :now order by begins_at desc, tenant limit :most""";
    private static final String TAKE =
            """
            update traffic_hours set due_at = :next, counted_at = :now
            where tenant = :tenant and begins_at = :hour and due_at = :due""";
    private static final String FORGET =
            "delete from traffic_counts where tenant = :tenant and begins_at = :hour and measure = :measure";
    private static final String KEEP =
            """
            insert into traffic_counts (tenant, measure, begins_at, item, amount)
            values (:tenant, :measure, :hour, :item, :amount)""";

    private static final int AT_ONCE = 500;
    /** A tick is over before long, and goes on where it was. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final SqlTrafficHours hours;
    private final SqlHourCount counts;
    private final Clock clock;

    SqlTrafficCounter(DataSource database, SqlHourCount counts, Clock clock) {
        this.jdbc = JdbcClient.create(database);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
        this.hours = new SqlTrafficHours(jdbc);
        this.counts = counts;
        this.clock = clock;
    }

    @Override
    public void count() {
        Instant begun = clock.instant();
        hours.begin(begun);
        for (Due due : due(begun)) {
            if (clock.instant().isAfter(begun.plus(PATIENCE))) {
                return;
            }
            transactions.executeWithoutResult(status -> count(due));
        }
    }

    private List<Due> due(Instant now) {
        return jdbc.sql(DUE)
                .param("now", SqlColumns.time(now))
                .param("most", AT_ONCE)
                .query((row, number) -> new Due(
                        row.getString("tenant"),
                        SqlColumns.instant(row, "begins_at"),
                        SqlColumns.instant(row, "due_at")))
                .list();
    }

    private void count(Due due) {
        Instant now = clock.instant();
        Instant next = next(due.hour(), now);
        int taken = jdbc.sql(TAKE)
                .param("next", next == null ? null : SqlColumns.time(next), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", SqlColumns.time(now))
                .param("tenant", due.tenant())
                .param("hour", SqlColumns.time(due.hour()))
                .param("due", SqlColumns.time(due.at()))
                .update();
        if (taken > 0) {
            Slot hour = new Slot(due.hour(), due.hour().plus(1, ChronoUnit.HOURS));
            counts.of(due.tenant(), hour).forEach((measure, items) -> replace(due, measure, items));
        }
    }

    /** When it is counted again after now: late reports, and texts that waited on disk, change what is over. */
    private static Instant next(Instant hour, Instant now) {
        Duration over = Duration.between(hour.plus(1, ChronoUnit.HOURS), now);
        if (over.isNegative()) {
            return now;
        }
        if (over.compareTo(Duration.ofHours(1)) < 0) {
            return now.plusSeconds(60);
        }
        if (over.compareTo(Duration.ofDays(1)) < 0) {
            return now.plus(15, ChronoUnit.MINUTES);
        }
        return over.compareTo(Duration.ofDays(4)) < 0 ? now.plus(2, ChronoUnit.HOURS) : null;
    }

    private void replace(Due due, String measure, Map<String, BigDecimal> items) {
        jdbc.sql(FORGET)
                .param("tenant", due.tenant())
                .param("hour", SqlColumns.time(due.hour()))
                .param("measure", measure)
                .update();
        items.forEach((item, amount) -> jdbc.sql(KEEP)
                .param("tenant", due.tenant())
                .param("measure", measure)
                .param("hour", SqlColumns.time(due.hour()))
                .param("item", item)
                .param("amount", amount)
                .update());
    }

    /** @param at since when it is to be counted */
    private record Due(String tenant, Instant hour, Instant at) {}
}
