package io.bactrian.store.sql;

import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.messages.HistoryEvent;
import io.bactrian.messages.MessageLog;
import io.bactrian.messages.MessageQuery;
import io.bactrian.messages.MessageState;
import io.bactrian.paging.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
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
    private static final String ATTEMPTS = "select * from attempts where message_id = :id";
    private static final String REPORTS = "select * from delivery_reports where message_id = :id";

    private final JdbcClient jdbc;
    private final SqlMessageRows rows;

    SqlMessageQueries(JdbcClient jdbc, SqlMessageRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    public Page<IncomingMessage> incomingPage(MessageQuery wanted) {
        MessageQuery known = new MessageQuery(wanted.page(), null, null, wanted.since(), wanted.until());
        return page("inbound", known, rows::incoming);
    }

    @Override
    public Page<OutgoingMessage> outgoingPage(MessageQuery wanted) {
        return page("outbound", wanted, rows::outgoing);
    }

    @Override
    public Optional<MessageState> status(String tenant, String id) {
        return jdbc.sql(ONE)
                .param("tenant", tenant)
                .param("id", id)
                .query(rows::outgoing)
                .optional()
                .map(message -> MessageState.of(message, history(message)));
    }

    private <T> Page<T> page(String direction, MessageQuery wanted, RowMapper<T> mapper) {
        SqlConditions conditions = new SqlConditions()
                .and("status = :status", "status", wanted.status())
                .and("kind = :kind", "kind", wanted.kind())
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
                .query((row, number) -> new SqlCursor.Row<>(place(row), mapper.mapRow(row, number)))
                .list();
        return SqlCursor.page(found, limit);
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
                .sorted(Comparator.comparing(HistoryEvent::at))
                .toList();
    }
}
