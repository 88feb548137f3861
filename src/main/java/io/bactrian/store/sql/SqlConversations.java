package io.bactrian.store.sql;

import io.bactrian.conversations.Conversation;
import io.bactrian.conversations.ConversationEvent;
import io.bactrian.conversations.ConversationEvent.What;
import io.bactrian.conversations.Conversations;
import io.bactrian.domain.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables {@code conversations} and {@code conversation_events}. */
class SqlConversations implements Conversations {

    private static final String BEGIN =
            """
            insert into conversations (id, tenant, phone_number) values (:id, :tenant, :person)
            on conflict do nothing""";
    private static final String WITH =
            "select * from conversations where tenant = :tenant and phone_number in (:people)";
    private static final String ONE = "select * from conversations where tenant = :tenant and id = :id";
    private static final Map<What, String> CHANGES = Map.of(
            What.ASSIGNED, "update conversations set assignee = :text where id = :id",
            What.OPENED, "update conversations set closed_at = null where id = :id",
            What.CLOSED, "update conversations set closed_at = :at where id = :id",
            What.READ, "update conversations set read_at = :at, read_by = :who where id = :id");
    private static final String KEEP =
            """
            insert into conversation_events (conversation_id, happened_at, who, what, text)
            values (:id, :at, :who, :what, :text)""";
    private static final String EVENTS =
            """
            select e.* from conversation_events e join conversations c on c.id = e.conversation_id
            where c.tenant = :tenant and e.conversation_id = :id order by e.number desc limit :most""";
    private static final String UNREAD =
            """
            select count(*) from (
                select 1 as one from communications
                where tenant = :tenant and direction = 'inbound' and from_number = :person and created_at > :after
                limit :most) found""";

    private static final Instant START = Instant.parse("0001-01-01T00:00:00Z");

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    SqlConversations(DataSource database) {
        this.jdbc = JdbcClient.create(database);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    @Override
    public Map<PhoneNumber, Conversation> with(String tenant, Collection<PhoneNumber> people) {
        Map<PhoneNumber, Conversation> known = known(tenant, people);
        List<PhoneNumber> strangers =
                people.stream().filter(person -> !known.containsKey(person)).toList();
        strangers.forEach(person -> begin(tenant, person));
        return strangers.isEmpty() ? known : known(tenant, people);
    }

    private void begin(String tenant, PhoneNumber person) {
        jdbc.sql(BEGIN)
                .param("id", "conv-" + UUID.randomUUID())
                .param("tenant", tenant)
                .param("person", person.value())
                .update();
    }

    private Map<PhoneNumber, Conversation> known(String tenant, Collection<PhoneNumber> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(WITH)
                .param("tenant", tenant)
                .param("people", people.stream().map(PhoneNumber::value).toList())
                .query(SqlConversations::conversation)
                .list()
                .stream()
                .collect(Collectors.toMap(Conversation::phoneNumber, found -> found));
    }

    @Override
    public Optional<Conversation> find(String tenant, String id) {
        return jdbc.sql(ONE)
                .param("tenant", tenant)
                .param("id", id)
                .query(SqlConversations::conversation)
                .optional();
    }

    @Override
    public Optional<Conversation> change(String tenant, String id, ConversationEvent event) {
        if (find(tenant, id).isPresent()) {
            transactions.executeWithoutResult(status -> apply(id, event));
        }
        return find(tenant, id);
    }

    private void apply(String id, ConversationEvent event) {
        if (CHANGES.containsKey(event.what())) {
            statement(CHANGES.get(event.what()), id, event).update();
        }
        if (event.what() != What.READ) {
            statement(KEEP, id, event).update();
        }
    }

    private JdbcClient.StatementSpec statement(String sql, String id, ConversationEvent event) {
        return jdbc.sql(sql)
                .param("id", id)
                .param("at", SqlColumns.time(event.at()))
                .param("who", event.who())
                .param("what", event.what().toString())
                .param("text", event.text(), java.sql.Types.VARCHAR);
    }

    @Override
    public List<ConversationEvent> events(String tenant, String id, int most) {
        return jdbc.sql(EVENTS)
                .param("tenant", tenant)
                .param("id", id)
                .param("most", most)
                .query((row, number) -> new ConversationEvent(
                        SqlColumns.instant(row, "happened_at"),
                        row.getString("who"),
                        SqlColumns.word(row, "what", What.class),
                        row.getString("text")))
                .list();
    }

    @Override
    public int unread(String tenant, PhoneNumber person, Instant after) {
        return jdbc.sql(UNREAD)
                .param("tenant", tenant)
                .param("person", person.value())
                .param("after", SqlColumns.time(after == null ? START : after))
                .param("most", MOST_UNREAD)
                .query(Integer.class)
                .single();
    }

    private static Conversation conversation(ResultSet row, int number) throws SQLException {
        return new Conversation(
                row.getString("id"),
                row.getString("tenant"),
                new PhoneNumber(row.getString("phone_number")),
                row.getString("assignee"),
                SqlColumns.instant(row, "closed_at"),
                SqlColumns.instant(row, "read_at"),
                row.getString("read_by"));
    }
}
