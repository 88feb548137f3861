package io.bactrian.store.sql.benchmark;

import io.bactrian.domain.Claim;
import io.bactrian.store.sql.SqlAdapter;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code h2|postgres MESSAGES LANES}: what a claim of 64 costs while so many are queued and due, in so many batches. */
public final class ClaimBenchmark {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final int CLAIMS = 100;
    private static final String FILL =
            """
            insert into communications (message_id, direction, status, channel, from_number, to_number, content, kind,
                   priority, attempts, tenant, batch_id, created_at, next_attempt_at, lane)
            select 'm' || n, 'outbound', 'queued', 'sms', '+15005550006', '+1500' || lpad(cast(n as varchar), 7, '0'),
                   'A text.', 'api', 2, 0, 'default', 'batch-' || mod(n, %2$d),
                   timestamp with time zone '2026-01-01 00:00:00+00', timestamp with time zone '2026-01-01 00:00:00+00',
                   '2~default~batch-' || mod(n, %2$d) || '~+15005550006'
              from %1$s""";

    private ClaimBenchmark() {}

    public static void main(String[] args) throws Exception {
        int messages = Integer.parseInt(args[1]);
        int lanes = Integer.parseInt(args[2]);
        if (args[0].equals("h2")) {
            String url = SqlAdapter.embeddedUrl(Files.createTempDirectory("benchmark-h2"));
            run(SqlAdapter.open(url, "bactrian", ""), "h2", "system_range(1, %d) as series(n)", messages, lanes);
        } else {
            try (EmbeddedPostgres server =
                    EmbeddedPostgres.builder().setServerConfig("fsync", "on").start()) {
                DataSource database = SqlAdapter.open(server.getJdbcUrl("postgres", "postgres"), "postgres", "");
                run(database, "postgresql", "generate_series(1, %d) as series(n)", messages, lanes);
            }
        }
        System.exit(0);
    }

    private static void run(DataSource database, String vendor, String series, int messages, int lanes)
            throws Exception {
        Flyway.configure()
                .dataSource(database)
                .locations("db/migration/" + vendor)
                .load()
                .migrate();
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql(FILL.formatted(series.formatted(messages), lanes)).update();
        jdbc.sql("analyze").update();
        try (CamelContext camel = SqlAdapter.start(database)) {
            ProducerTemplate ports = camel.createProducerTemplate();
            double[] ms = new double[CLAIMS];
            for (int i = -CLAIMS / 5; i < CLAIMS; i++) {
                long start = System.nanoTime();
                List<?> claimed = ports.requestBody(
                        "direct:claim-due", Claim.of(64, "one", "twilio", NOW, Duration.ofMinutes(1)), List.class);
                ms[Math.max(0, i)] = (System.nanoTime() - start) / 1e6;
                if (claimed.size() != 64) {
                    throw new IllegalStateException("claimed " + claimed.size());
                }
            }
            Arrays.sort(ms);
            System.out.printf(
                    "| %s | %,d | %,d | %.2f | %.2f |%n", vendor, messages, lanes, ms[CLAIMS / 2], ms[CLAIMS - 1]);
        }
    }
}
