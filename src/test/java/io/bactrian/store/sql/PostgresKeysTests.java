package io.bactrian.store.sql;

import com.zaxxer.hikari.HikariDataSource;
import io.bactrian.idempotency.IdempotencyKeys;
import io.bactrian.store.KeysContract;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The contract of idempotency keys on a real PostgreSQL that waits for the disk at every commit. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresKeysTests extends KeysContract {

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
    protected void empty() {
        JdbcClient.create(database).sql("delete from idempotency_keys").update();
    }

    @Override
    protected IdempotencyKeys keys() {
        return new SqlIdempotencyKeys(JdbcClient.create(database));
    }
}
