package io.bactrian.store.sql;

import com.zaxxer.hikari.HikariDataSource;
import io.bactrian.accounts.Accounts;
import io.bactrian.store.AccountsContract;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The contract of accounts on the embedded database as it ships: in a file, every commit durable. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class H2AccountsTests extends AccountsContract {

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
    protected Accounts accounts() {
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("delete from accounts").update();
        return new SqlAccounts(jdbc);
    }
}
