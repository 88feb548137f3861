package io.bactrian.store.sql;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The hours that are counted: those that hold messages, and the one that it is. */
final class SqlTrafficHours {

    /** By one look into an index for each tenant, and not by all rows. */
    private static final String NEXT_TENANT =
            "select tenant from communications where tenant > :last order by tenant limit 1";

    private static final String NEXT_MESSAGE =
            """
            select created_at from communications
            where tenant = :tenant and direction = :direction and created_at >= :from
            order by created_at limit 1""";
    private static final String LAST =
            "select max(begins_at) from traffic_hours where tenant = :tenant and begins_at < :now";
    private static final String BEGIN =
            """
            insert into traffic_hours (tenant, begins_at, due_at) values (:tenant, :hour, :due)
            on conflict do nothing""";

    /** Of an old log, so many a tick. */
    private static final int AT_ONCE = 2_000;

    private static final Instant START = Instant.parse("0001-01-01T00:00:00Z");

    private static final Duration STILL_FILLING = Duration.ofDays(4);

    private final JdbcClient jdbc;

    SqlTrafficHours(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(Instant now) {
        Instant current = now.truncatedTo(ChronoUnit.HOURS);
        for (String tenant : tenants()) {
            Instant from = beginOlder(tenant, current);
            beginAll(tenant, from, current);
        }
    }

    List<String> tenants() {
        List<String> tenants = new ArrayList<>();
        Optional<String> next = nextTenant("");
        while (next.isPresent()) {
            tenants.add(next.get());
            next = nextTenant(next.get());
        }
        return tenants;
    }

    private Optional<String> nextTenant(String last) {
        return jdbc.sql(NEXT_TENANT).param("last", last).query(String.class).optional();
    }

    /** @return the hour after the last one that was there already */
    private Instant beginOlder(String tenant, Instant current) {
        Instant first = last(tenant, current)
                .map(hour -> hour.plus(1, ChronoUnit.HOURS))
                .orElse(START);
        Instant from = first;
        for (int begun = 0; begun < AT_ONCE; begun++) {
            Optional<Instant> hour = nextHour(tenant, from).filter(found -> found.isBefore(current));
            if (hour.isEmpty()) {
                return first;
            }
            begin(tenant, hour.get());
            from = hour.get().plus(1, ChronoUnit.HOURS);
        }
        return from;
    }

    /** Also hours without messages: what waits on disk while the store is away comes into them later. */
    private void beginAll(String tenant, Instant from, Instant current) {
        Instant earliest = current.minus(STILL_FILLING);
        for (Instant hour = from.isAfter(earliest) ? from : earliest;
                !hour.isAfter(current);
                hour = hour.plus(1, ChronoUnit.HOURS)) {
            begin(tenant, hour);
        }
    }

    private Optional<Instant> last(String tenant, Instant current) {
        return Optional.ofNullable(jdbc.sql(LAST)
                        .param("tenant", tenant)
                        .param("now", SqlColumns.time(current))
                        .query((row, number) -> row.getObject(1, OffsetDateTime.class))
                        .list()
                        .get(0))
                .map(OffsetDateTime::toInstant);
    }

    private Optional<Instant> nextHour(String tenant, Instant from) {
        return Stream.of("inbound", "outbound")
                .flatMap(direction -> jdbc
                        .sql(NEXT_MESSAGE)
                        .param("tenant", tenant)
                        .param("direction", direction)
                        .param("from", SqlColumns.time(from))
                        .query((row, number) -> SqlColumns.instant(row, "created_at"))
                        .list()
                        .stream())
                .min(Instant::compareTo)
                .map(time -> time.truncatedTo(ChronoUnit.HOURS));
    }

    private void begin(String tenant, Instant hour) {
        jdbc.sql(BEGIN)
                .param("tenant", tenant)
                .param("hour", SqlColumns.time(hour))
                .param("due", SqlColumns.time(hour))
                .update();
    }
}
