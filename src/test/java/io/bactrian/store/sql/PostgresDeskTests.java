package io.bactrian.store.sql;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** On a real PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresDeskTests extends SqlDeskContract {

    private EmbeddedPostgres server;
    private HikariDataSource database;

    @BeforeAll
    void open() throws Exception {
        server = EmbeddedPostgres.start();
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
    DataSource database() {
        return database;
    }
}
