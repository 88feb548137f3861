package io.bactrian.store.sql;

import com.zaxxer.hikari.HikariDataSource;
import io.bactrian.batches.Batches;
import io.bactrian.messages.MessageLog;
import io.bactrian.optout.OptOutLog;
import io.bactrian.store.CallsContract;
import io.bactrian.trace.Traces;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.CamelContext;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The contract of batches on the embedded database as it ships: in a file, every commit durable. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class H2CallsTests extends CallsContract {

    private HikariDataSource database;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        database = SqlStore.open(SqlStore.embeddedUrl(folder), "bactrian", "");
        Flyway.configure()
                .dataSource(database)
                .locations("db/migration/h2")
                .load()
                .migrate();
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Override
    protected void empty() {
        List.of(
                        "communications",
                        "attempts",
                        "delivery_reports",
                        "opt_outs",
                        "opt_out_changes",
                        "batches",
                        "message_traces")
                .forEach(table -> jdbc().sql("delete from " + table).update());
    }

    @Override
    protected CamelContext instance() throws Exception {
        return SqlAdapter.start(database);
    }

    @Override
    protected Batches batches() {
        return new SqlBatches(jdbc());
    }

    @Override
    protected OptOutLog optOuts() {
        return new SqlOptOutLog(jdbc());
    }

    @Override
    protected MessageLog log() {
        return SqlAdapter.log(database);
    }

    @Override
    protected Traces traces() {
        return new SqlTraces(database);
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(database);
    }
}
