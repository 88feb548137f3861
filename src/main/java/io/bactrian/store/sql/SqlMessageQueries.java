package io.bactrian.store.sql;

import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.messages.HistoryEvent;
import io.bactrian.messages.MessageLog;
import io.bactrian.messages.MessageQuery;
import io.bactrian.messages.MessageState;
import io.bactrian.messages.QueueDepth;
import io.bactrian.messages.UnreadableMessages;
import io.bactrian.paging.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is asked about messages, answered from {@code communications}, {@code attempts} and {@code delivery_reports}. */
class SqlMessageQueries implements MessageLog {

    private static final String ONE =
            """
            select * from communications
            where direction = 'outbound' and message_id = :id
            """;
    private static final String ONE_INCOMING =
            """
            select * from communications
            where direction = 'inbound' and message_id = :id
            """;
    private static final String CANCEL =
            """
            update communications set status = 'canceled', next_attempt_at = null, held_due_at = null
            where direction = 'outbound' and tenant = :tenant and message_id = :id and status = 'queued'
            """;
    private static final String AWAITING =
            "select count(*) from communications where status = 'sending' and awaits_decision";
    private static final String ATTEMPTS = "select * from attempts where message_id = :id";
    private static final String REPORTS = "select * from delivery_reports where message_id = :id";

    private final JdbcClient jdbc;
    private final SqlMessageRows rows;
    private final SqlPages pages;

    SqlMessageQueries(JdbcClient jdbc, SqlMessageRows rows, UnreadableMessages unreadable) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.pages = new SqlPages(jdbc, unreadable);
    }

    @Override
    public Page<IncomingMessage> incomingPage(MessageQuery wanted) {
        return pages.of("inbound", wanted.ofIncoming(), rows::incoming);
    }

    @Override
    public Page<OutgoingMessage> outgoingPage(MessageQuery wanted) {
        return pages.of("outbound", wanted, rows::outgoing);
    }

    @Override
    public Optional<MessageState> status(String tenant, String id) {
        return outgoing(tenant, id).map(message -> MessageState.of(message, history(message)));
    }

    @Override
    public Optional<IncomingMessage> incoming(String tenant, String messageSid) {
        return one(ONE_INCOMING, messageSid, rows::incoming).filter(message -> tenant.equals(message.tenant()));
    }

    @Override
    public Optional<OutgoingMessage> outgoing(String tenant, String id) {
        return one(ONE, id, rows::outgoing).filter(message -> tenant == null || tenant.equals(message.tenant()));
    }

    private <T> Optional<T> one(String sql, String id, RowMapper<T> mapper) {
        return jdbc.sql(sql).param("id", id).query(mapper).optional();
    }

    @Override
    public long countAwaitingDecision() {
        return jdbc.sql(AWAITING).query(Long.class).single();
    }

    @Override
    public List<QueueDepth> queueDepths(Instant now) {
        return new SqlQueueDepths(jdbc).at(now);
    }

    @Override
    public Optional<MessageState> cancel(String tenant, String id) {
        jdbc.sql(CANCEL).param("tenant", tenant).param("id", id).update();
        return status(tenant, id);
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
