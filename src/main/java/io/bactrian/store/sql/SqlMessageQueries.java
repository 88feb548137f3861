package io.bactrian.store.sql;

import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.messages.HistoryEvent;
import io.bactrian.messages.MessageLog;
import io.bactrian.messages.MessageQuery;
import io.bactrian.messages.MessageState;
import io.bactrian.messages.UnreadableMessages;
import io.bactrian.paging.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is asked about messages, answered from {@code communications}, {@code attempts} and {@code delivery_reports}. */
class SqlMessageQueries implements MessageLog {

    private static final String PAGE =
            """
            select * from communications
            where direction = :direction and tenant = :tenant
            and created_at <= :before and (created_at, id) < (:before, :beforeId)""";
    private static final String NEWEST_FIRST = " order by created_at desc, id desc limit :rows";
    private static final String ONE =
            """
            select * from communications
            where direction = 'outbound' and tenant = :tenant and message_id = :id
            """;
    private static final String AWAITING =
            "select count(*) from communications where status = 'sending' and awaits_decision";
    private static final String ATTEMPTS = "select * from attempts where message_id = :id";
    private static final String REPORTS = "select * from delivery_reports where message_id = :id";

    private final JdbcClient jdbc;
    private final SqlMessageRows rows;
    private final UnreadableMessages unreadable;

    SqlMessageQueries(JdbcClient jdbc, SqlMessageRows rows, UnreadableMessages unreadable) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.unreadable = unreadable;
    }

    @Override
    public Page<IncomingMessage> incomingPage(MessageQuery wanted) {
        return page("inbound", MessageQuery.all(wanted.page(), wanted.since(), wanted.until()), rows::incoming);
    }

    @Override
    public Page<OutgoingMessage> outgoingPage(MessageQuery wanted) {
        return page("outbound", wanted, rows::outgoing);
    }

    @Override
    public Optional<MessageState> status(String tenant, String id) {
        return outgoing(tenant, id).map(message -> MessageState.of(message, history(message)));
    }

    @Override
    public Optional<OutgoingMessage> outgoing(String tenant, String id) {
        return jdbc.sql(ONE)
                .param("tenant", tenant)
                .param("id", id)
                .query(rows::outgoing)
                .optional();
    }

    @Override
    public long countAwaitingDecision() {
        return jdbc.sql(AWAITING).query(Long.class).single();
    }

    private <T> Page<T> page(String direction, MessageQuery wanted, RowMapper<T> mapper) {
        SqlConditions conditions = new SqlConditions()
                .and("status = :status", "status", wanted.status())
                .and("kind = :kind", "kind", wanted.kind())
                .and("awaits_decision = :awaitsDecision", "awaitsDecision", wanted.awaitsDecision())
                .and("created_at >= :since", "since", wanted.since());
        int limit = wanted.page().limit();
        SqlCursor.Place before = SqlCursor.before(wanted.page().cursor()).notAfter(wanted.until());
        var found = jdbc.sql(PAGE + conditions.sql() + NEWEST_FIRST)
                .params(conditions.params())
                .param("direction", direction)
                .param("tenant", wanted.page().tenant())
                .param("before", SqlColumns.time(before.at()))
                .param("beforeId", before.number())
                .param("rows", limit + 1)
                .query((row, number) -> new SqlCursor.Row<>(place(row), readable(row, number, mapper)))
                .list();
        return SqlCursor.page(found, limit);
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

    private List<HistoryEvent> history(OutgoingMessage message) {
        List<HistoryEvent> attempts = jdbc.sql(ATTEMPTS)
                .param("id", message.id())
                .query(rows::attempt)
                .list();
        List<HistoryEvent> reports =
                jdbc.sql(REPORTS).param("id", message.id()).query(rows::report).list();
        return Stream.of(List.of(HistoryEvent.queued(message.queuedAt())), attempts, reports)
                .flatMap(List::stream)
                .toList();
    }
}
