package io.bactrian.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** A PostgreSQL of its own, which keeps what it has confirmed, behind a way that can be disturbed. */
final class PostgresStore implements Store {

    private final EmbeddedPostgres server;
    private final TcpProxy way;

    PostgresStore() throws IOException {
        server = EmbeddedPostgres.builder().setServerConfig("fsync", "on").start();
        way = new TcpProxy(Ports.free(), List.of(server.getPort()));
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "sms.store", "postgres",
                "DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + way.port() + "/postgres",
                "DATABASE_USERNAME", "postgres",
                "DATABASE_PASSWORD", "");
    }

    @Override
    public Optional<TcpProxy> way() {
        return Optional.of(way);
    }

    /** Past the way that is disturbed. */
    DataSource database() {
        return server.getPostgresDatabase();
    }

    @Override
    public Logged read() {
        return SqlLog.read(database());
    }

    @Override
    public void close() throws IOException {
        way.close();
        server.close();
    }
}
