package io.bactrian.store.sql;

import com.zaxxer.hikari.HikariDataSource;
import io.bactrian.accounts.Accounts;
import io.bactrian.store.AccountsContract;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The contract of accounts on a real PostgreSQL that waits for the disk at every commit. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresAccountsTests extends AccountsContract {

    private EmbeddedPostgres server;
    private HikariDataSource database;

    @BeforeAll
    void open() throws Exception {
        server = EmbeddedPostgres.builder().setServerConfig("fsync", "on").start();
        database = SqlStore.open(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
        Flyway.configure()
                .dataSource(database)
                .locations("db/migration/postgresql")
                .load()
                .migrate();
    }

    @AfterAll
    void close() throws Exception {
        database.close();
        server.close();
    }

    @Override
    protected Accounts accounts() {
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("delete from accounts").update();
        return new SqlAccounts(jdbc);
    }
}
