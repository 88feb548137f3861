package io.bactrian.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.zaxxer.hikari.HikariDataSource;
import io.bactrian.Gateway;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.OptOutSource;
import io.bactrian.messages.MessageLog;
import io.bactrian.messages.MessageQuery;
import io.bactrian.optout.OptOutLog;
import io.bactrian.optout.OptOutQuery;
import io.bactrian.paging.PageRequest;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A data folder of the first version, with work in it, opened by this one. */
class OlderDataFolderTests {

    @TempDir
    private Path folder;

    @Test
    void isBroughtUpToDateAndLosesNothing() throws Exception {
        leaveBehindByTheFirstVersion();
        try (Gateway gateway = Gateway.start(folder)) {
            MigrationInfoService migrations = Flyway.configure()
                    .dataSource(gateway.bean(DataSource.class))
                    .locations("db/migration/h2")
                    .load()
                    .info();
            assertThat(migrations.pending()).isEmpty();
            assertThat(migrations.applied()).hasSizeGreaterThan(1);
            assertThat(gateway.logged("SM1")).containsEntry("content", "Grüße");
            assertThat(gateway.count("select count(*) from users")).isGreaterThanOrEqualTo(1);
            assertThat(gateway.count("select count(*) from opt_outs where opted_out"))
                    .isEqualTo(1);
            assertThat(gateway.bean(OptOutLog.class)
                            .page(new OptOutQuery(new PageRequest("default", null, 9), null, null, null, null, null))
                            .items())
                    .extracting(OptOutChange::id, OptOutChange::scope, OptOutChange::wording, OptOutChange::source)
                    .containsExactly(tuple("SM0", "*", "QUIT", OptOutSource.KEYWORD));
            MessageQuery all = MessageQuery.all(new PageRequest("default", null, 10), null, null);
            MessageLog log = gateway.bean(MessageLog.class);
            assertThat(log.incomingPage(all).items()).hasSize(1);
            // What the first version had queued is sent by this one.
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> log.status("default", "m1").orElseThrow().status() == MessageStatus.DELIVERED);
        }
    }

    private void leaveBehindByTheFirstVersion() throws Exception {
        try (HikariDataSource database = SqlStore.open(SqlStore.embeddedUrl(folder), "bactrian", "")) {
            Flyway.configure()
                    .dataSource(database)
                    .locations("db/migration/h2")
                    .target(MigrationVersion.fromVersion("1"))
                    .load()
                    .migrate();
            JdbcClient jdbc = JdbcClient.create(database);
            jdbc.sql("insert into users (phone_number, name) values ('+12025550101', 'Ada')")
                    .update();
            jdbc.sql(
                            """
                    insert into communications (message_id, direction, status, channel, from_number, to_number, content,
                           is_registered, response_sent, provider)
                    values ('SM1', 'inbound', 'received', 'sms', '+12025550101', '+15005550006', 'Grüße', true, false,
                            'twilio')""")
                    .update();
            jdbc.sql(
                            """
                    insert into communications (message_id, direction, status, channel, to_number, content, kind,
                           priority, next_attempt_at)
                    values ('m1', 'outbound', 'queued', 'sms', '+12025550101', 'Hello', 'api', 2,
                            timestamp with time zone '2026-01-01 00:00:00+00')""")
                    .update();
            jdbc.sql(
                            """
                    insert into opt_outs (phone_number, opted_out, changed_at)
                    values ('+12025550102', true, timestamp with time zone '2026-01-01 00:00:00+00')""")
                    .update();
            jdbc.sql(
                            """
                    insert into opt_out_changes (message_sid, phone_number, opted_out, source, wording, changed_at)
                    values ('SM0', '+12025550102', true, 'keyword', 'QUIT',
                            timestamp with time zone '2026-01-01 00:00:00+00')""")
                    .update();
        }
    }
}
