package io.bactrian.store.sql;

import io.bactrian.trace.Episode;
import io.bactrian.trace.StepsJson;
import io.bactrian.trace.Traces;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What routes decided, in the table {@code message_traces}. */
class SqlTraces implements Traces {

    private static final String KEEP =
            """
            insert into message_traces (id, message_id, began_at, route, instance, steps) values (?, ?, ?, ?, ?, ?)
            on conflict do nothing""";
    private static final String FIND =
            "select * from message_traces where message_id in (:ids) order by began_at, id limit :most";
    /** In bites, so that no transaction of the message path waits long for it. */
    private static final String FORGET =
            "delete from message_traces where id in (select id from message_traces where began_at < :before limit :most)";

    private static final int AT_ONCE = 5_000;

    /** More than a message can come by; it bounds what one answer holds. */
    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    SqlTraces(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.template = new JdbcTemplate(dataSource);
    }

    @Override
    public void keep(List<Episode> episodes) {
        template.execute((ConnectionCallback<Void>) connection -> {
            connection.setAutoCommit(false);
            try {
                insert(connection, episodes);
                connection.commit();
                return null;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        });
    }

    private static void insert(Connection connection, List<Episode> episodes) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            for (Episode episode : episodes) {
                insert.setString(1, episode.id());
                insert.setString(2, episode.messageId());
                insert.setObject(3, SqlColumns.time(episode.at()));
                insert.setString(4, episode.route());
                insert.setString(5, episode.instance());
                insert.setString(6, StepsJson.write(episode.steps()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Override
    public List<Episode> of(Collection<String> messageIds) {
        return jdbc.sql(FIND)
                .param("ids", messageIds)
                .param("most", MOST)
                .query(SqlTraces::episode)
                .list();
    }

    private static Episode episode(ResultSet row, int index) throws SQLException {
        return new Episode(
                row.getString("id"),
                row.getString("message_id"),
                SqlColumns.instant(row, "began_at"),
                row.getString("route"),
                row.getString("instance"),
                StepsJson.read(row.getString("steps")));
    }

    @Override
    public int forget(Instant before) {
        int all = 0;
        int last = AT_ONCE;
        while (last == AT_ONCE) {
            last = jdbc.sql(FORGET)
                    .param("before", SqlColumns.time(before))
                    .param("most", AT_ONCE)
                    .update();
            all += last;
        }
        return all;
    }
}
