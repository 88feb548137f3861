package io.bactrian.outbound;

import io.bactrian.Gateway;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Two instances on one PostgreSQL that waits for the disk. */
class KilledOnPostgresTests extends KilledInstanceContract {

    private EmbeddedPostgres server;

    @BeforeEach
    void start() throws IOException {
        server = EmbeddedPostgres.builder().setServerConfig("fsync", "on").start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Override
    protected String[] store() {
        return new String[] {
            "sms.store=postgres",
            "DATABASE_URL=" + server.getJdbcUrl("postgres", "postgres"),
            "DATABASE_USERNAME=postgres"
        };
    }

    @Override
    protected int people() {
        return 9_000;
    }

    @Override
    protected int atOnce() {
        return 4;
    }

    @Override
    protected void addPeople(Gateway gateway) {
        addPeople(gateway.database(), "generate_series(0, 8999) as series(n)");
    }
}
