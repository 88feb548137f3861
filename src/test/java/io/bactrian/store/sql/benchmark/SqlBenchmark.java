package io.bactrian.store.sql.benchmark;

import io.bactrian.store.benchmark.Day;
import io.bactrian.store.benchmark.Questions;
import io.bactrian.store.sql.SqlAdapter;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.flywaydb.core.Flyway;

/** {@code h2|postgres MESSAGES [plans FILE]}: how long the store takes for each thing that the gateway asks of it. */
public final class SqlBenchmark {

    private SqlBenchmark() {}

    public static void main(String[] args) throws Exception {
        int messages = Integer.parseInt(args[1]);
        Path plans = args.length > 2 ? Path.of(args[2]) : null;
        if (args[0].equals("h2")) {
            Path folder = Files.createTempDirectory("benchmark-h2");
            DataSource database = SqlAdapter.open(SqlAdapter.embeddedUrl(folder), "bactrian", "");
            run(database, "h2", messages, "system_range(1, %d) as series(n)", null);
        } else {
            try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("max_wal_size", "4GB")
                    .start()) {
                DataSource database = SqlAdapter.open(server.getJdbcUrl("postgres", "postgres"), "postgres", "");
                run(database, "postgresql", messages, "generate_series(1, %d) as series(n)", plans);
            }
        }
        System.exit(0);
    }

    private static void run(DataSource database, String vendor, int messages, String series, Path plans)
            throws Exception {
        Flyway.configure()
                .dataSource(database)
                .locations("db/migration/" + vendor)
                .load()
                .migrate();
        long start = System.nanoTime();
        SqlFilling.fill(database, messages, series);
        System.out.printf(
                "%n%s, %,d messages, filled in %d s%n%n",
                vendor, messages, (System.nanoTime() - start) / 1_000_000_000);
        Recorder recorder = new Recorder(database);
        try (CamelContext camel = SqlAdapter.start(recorder.dataSource())) {
            Day day = new Day(
                    camel.createProducerTemplate(),
                    SqlAdapter.log(recorder.dataSource()),
                    SqlAdapter.users(recorder.dataSource()),
                    SqlAdapter.batches(recorder.dataSource()),
                    messages);
            Questions.often().askAll(day);
        }
        if (plans != null) {
            new QueryPlans(database, messages).write(recorder.statements(), plans);
        }
    }
}
