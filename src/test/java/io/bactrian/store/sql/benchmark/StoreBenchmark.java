package io.bactrian.store.sql.benchmark;

import io.bactrian.domain.Kind;
import io.bactrian.domain.MessageStatus;
import io.bactrian.messages.MessageQuery;
import io.bactrian.paging.PageRequest;
import io.bactrian.store.sql.SqlAdapter;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.flywaydb.core.Flyway;

/** {@code h2|postgres MESSAGES [plans FILE]}: how long the store takes for each thing that the gateway asks of it. */
public final class StoreBenchmark {

    private static final int CLAIM = 64;

    private StoreBenchmark() {}

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
        Filling.fill(database, messages, series);
        System.out.printf(
                "%n%s, %,d messages, filled in %d s%n%n",
                vendor, messages, (System.nanoTime() - start) / 1_000_000_000);
        System.out.println("| call | median ms | p99 ms | worst ms |\n| --- | --- | --- | --- |");
        Recorder recorder = new Recorder(database);
        try (CamelContext camel = SqlAdapter.start(recorder.dataSource())) {
            Day day = new Day(
                    camel.createProducerTemplate(),
                    SqlAdapter.log(recorder.dataSource()),
                    SqlAdapter.users(recorder.dataSource()),
                    messages);
            messagePath(day);
            questions(day);
        }
        if (plans != null) {
            new QueryPlans(database, messages).write(recorder.statements(), plans);
        }
    }

    private static void messagePath(Day day) throws Exception {
        Stopwatch often = new Stopwatch(500, 2_000);
        often.measure("find-user", day::findUser);
        often.measure("log-incoming", day::logIncoming);
        often.measure("queue-outgoing, one", day::queueOutgoing);
        new Stopwatch(2, 20).measure("queue-outgoing, a list of 1,000", day::queueAThousand);
        new Stopwatch(20, 250).measure("claim-due, 64 of them", () -> day.claimDue(CLAIM));
        often.measure("update-outgoing", day::updateOutgoing);
        often.measure("apply-delivery-report", day::applyDeliveryReport);
        new Stopwatch(20, 200).measure("claim-unsettled, nothing to settle", day::claimUnsettled);
        often.measure("find-receipts", day::findReceipts);
        often.measure("find-opt-out", day::findOptOut);
        often.measure("record-opt-out", day::recordOptOut);
    }

    private static void questions(Day day) throws Exception {
        Stopwatch some = new Stopwatch(30, 300);
        Instant since = Instant.parse("2026-01-02T00:00:00Z");
        String deepIn = day.deepCursor(true);
        String deepOut = day.deepCursor(false);
        some.measure("status of one message", day::status);
        some.measure("users, first page", () -> day.users("default"));
        some.measure("users, of a tenant without any", () -> day.users("small"));
        some.measure("incoming, first page", () -> day.incoming(query("default", null, null, null, null, null)));
        some.measure("incoming, deep page", () -> day.incoming(query("default", deepIn, null, null, null, null)));
        some.measure("incoming, of a small tenant", () -> day.incoming(query("small", null, null, null, null, null)));
        some.measure("outgoing, first page", () -> day.outgoing(query("default", null, null, null, null, null)));
        some.measure("outgoing, deep page", () -> day.outgoing(query("default", deepOut, null, null, null, null)));
        some.measure(
                "outgoing, failed ones",
                () -> day.outgoing(query("default", null, MessageStatus.FAILED, null, null, null)));
        some.measure(
                "outgoing, undelivered ones, there are none",
                () -> day.outgoing(query("default", null, MessageStatus.UNDELIVERED, null, null, null)));
        some.measure("outgoing, alerts", () -> day.outgoing(query("default", null, null, Kind.ALERT, null, null)));
        some.measure(
                "outgoing, of one old hour",
                () -> day.outgoing(query("default", null, null, null, since, since.plusSeconds(3_600))));
        some.measure(
                "outgoing, failed ones of one old hour",
                () -> day.outgoing(
                        query("default", null, MessageStatus.FAILED, null, since, since.plusSeconds(3_600))));
    }

    private static MessageQuery query(
            String tenant, String cursor, MessageStatus status, Kind kind, Instant since, Instant until) {
        return new MessageQuery(new PageRequest(tenant, cursor, 20), status, kind, null, since, until);
    }
}
