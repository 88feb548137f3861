package io.bactrian.store.sql;

import io.bactrian.domain.Priority;
import io.bactrian.messages.QueueDepth;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How much waits in each priority, by one query over the index of what is due. */
class SqlQueueDepths {

    private static final String DEPTHS =
            """
            select priority, count(*) as queued,
            count(case when next_attempt_at <= :now then 1 end) as due,
            min(case when next_attempt_at <= :now then next_attempt_at end) as oldest
            from communications where status = 'queued' and direction = 'outbound' group by priority""";

    private final JdbcClient jdbc;

    SqlQueueDepths(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<QueueDepth> at(Instant now) {
        Map<Priority, QueueDepth> found = new EnumMap<>(Priority.class);
        jdbc.sql(DEPTHS).param("now", SqlColumns.time(now)).query(row -> {
            QueueDepth depth = depth(row);
            found.put(depth.priority(), depth);
        });
        return Stream.of(Priority.values())
                .map(priority -> found.getOrDefault(priority, new QueueDepth(priority, 0, 0, null)))
                .toList();
    }

    private static QueueDepth depth(ResultSet row) throws SQLException {
        return new QueueDepth(
                Priority.values()[row.getInt("priority")],
                row.getLong("queued"),
                row.getLong("due"),
                SqlColumns.instant(row, "oldest"));
    }
}
