package io.bactrian.store.sql;

import io.bactrian.directory.UserDirectory;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.messages.MessageLog;
import io.bactrian.store.QueriesContract;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every SQL database has to answer. */
abstract class SqlQueriesContract extends QueriesContract {

    private JdbcClient jdbc;

    /** @return an empty one, or one that a test of this class has used */
    abstract DataSource database() throws Exception;

    abstract String migrations();

    @Override
    protected void empty() throws Exception {
        DataSource database = database();
        Flyway.configure().dataSource(database).locations(migrations()).load().migrate();
        jdbc = JdbcClient.create(database);
        for (String table : List.of("users", "opt_outs", "communications", "attempts", "delivery_reports")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    @Override
    protected UserDirectory users(Clock clock) {
        return new SqlUserDirectory(jdbc, clock);
    }

    @Override
    protected MessageLog log() {
        return SqlAdapter.log(jdbc);
    }

    @Override
    protected void store(OutgoingMessage message, MessageStatus status) {
        jdbc.sql(
                        """
                insert into communications (direction, message_id, to_number, content, status, kind, priority, channel,
                                            batch_id, media, created_at)
                values ('outbound', ?, ?, ?, ?, ?, ?, ?, ?, '["https://example.org/a"]', ?)""")
                .params(
                        message.id(),
                        message.phoneNumber().value(),
                        message.messageContent(),
                        status.toString(),
                        message.kind().toString(),
                        message.priorityRank(),
                        message.channel().toString(),
                        message.batchId(),
                        message.queuedAt().atOffset(ZoneOffset.UTC))
                .update();
    }
}
