package io.bactrian.store.sql;

import io.bactrian.messages.MessageQuery;
import io.bactrian.messages.TextSearch;
import io.bactrian.messages.UnreadableMessages;
import io.bactrian.paging.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages of {@code communications}, by time. */
final class SqlPages {

    /** How many messages a page of a search for a text looks through: some milliseconds, however long the log is. */
    static final int LOOKED_THROUGH = 2_000;

    private static final String FROM = """
             from communications
            where direction = :direction""";
    private static final String BEFORE = " and created_at <= :place and (created_at, id) < (:place, :placeId)";
    private static final String AFTER = " and created_at >= :place and (created_at, id) > (:place, :placeId)";
    private static final String NEWEST_FIRST = " order by created_at desc, id desc";
    private static final String OLDEST_FIRST = " order by created_at, id";

    private final JdbcClient jdbc;
    private final UnreadableMessages unreadable;

    SqlPages(JdbcClient jdbc, UnreadableMessages unreadable) {
        this.jdbc = jdbc;
        this.unreadable = unreadable;
    }

    <T> Page<T> of(String direction, MessageQuery wanted, RowMapper<T> mapper) {
        if (wanted.text() != null) {
            return search(direction, wanted, mapper);
        }
        int limit = wanted.page().limit();
        var found = select("*", direction, wanted, limit + 1)
                .query((row, number) -> new SqlCursor.Row<>(place(row), readable(row, number, mapper)))
                .list();
        return SqlCursor.page(found, limit);
    }

    private JdbcClient.StatementSpec select(String columns, String direction, MessageQuery wanted, int rows) {
        boolean incoming = direction.equals("inbound");
        String person = wanted.person() == null ? null : wanted.person().value();
        SqlConditions conditions = new SqlConditions()
                .and("tenant = :tenant", "tenant", wanted.page().tenant())
                .and("status = :status", "status", wanted.status())
                .and("kind = :kind", "kind", wanted.kind())
                .and("awaits_decision = :awaitsDecision", "awaitsDecision", wanted.awaitsDecision())
                .and("created_at >= :since", "since", wanted.since())
                .and(incoming ? "from_number = :person" : "to_number = :person", "person", person)
                .and("batch_id = :batchId", "batchId", wanted.batchId());
        boolean oldestFirst = wanted.page().oldestFirst();
        SqlCursor.Place place = oldestFirst
                ? SqlCursor.after(wanted.page().cursor())
                : SqlCursor.before(wanted.page().cursor()).notAfter(wanted.until());
        conditions.and("created_at < :until", "until", oldestFirst ? wanted.until() : null);
        String places = oldestFirst ? AFTER : BEFORE;
        return jdbc.sql("select " + columns + FROM + places + conditions.sql() + order(wanted) + " limit :rows")
                .params(conditions.params())
                .param("direction", direction)
                .param("place", SqlColumns.time(place.at()))
                .param("placeId", place.number())
                .param("rows", rows);
    }

    /** In Java, so that upper and lower case are the same in every database, whatever its locale. */
    private <T> Page<T> search(String direction, MessageQuery wanted, RowMapper<T> mapper) {
        List<SqlCursor.Row<String>> rows = select("id, created_at, content", direction, wanted, LOOKED_THROUGH + 1)
                .query((row, number) -> new SqlCursor.Row<>(place(row), row.getString("content")))
                .list();
        var found = TextSearch.in(rows, LOOKED_THROUGH, wanted.page().limit(), SqlCursor.Row::value, wanted.text());
        String next = found.last() == null ? null : found.last().place().cursor();
        return new Page<>(whole(found.hits(), order(wanted), mapper), next);
    }

    private static String order(MessageQuery wanted) {
        return wanted.page().oldestFirst() ? OLDEST_FIRST : NEWEST_FIRST;
    }

    private <T> List<T> whole(List<SqlCursor.Row<String>> hits, String order, RowMapper<T> mapper) {
        if (hits.isEmpty()) {
            return List.of();
        }
        return jdbc
                .sql("select * from communications where id in (:ids)" + order)
                .param("ids", hits.stream().map(hit -> hit.place().number()).toList())
                .query((row, number) -> Optional.ofNullable(readable(row, number, mapper)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Null where this version cannot read the row. */
    private <T> T readable(ResultSet row, int number, RowMapper<T> mapper) throws SQLException {
        try {
            return mapper.mapRow(row, number);
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            unreadable.found(List.of(row.getString("message_id")));
            return null;
        }
    }

    private static SqlCursor.Place place(ResultSet row) throws SQLException {
        return new SqlCursor.Place(SqlColumns.instant(row, "created_at"), row.getLong("id"));
    }
}
