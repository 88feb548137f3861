package io.bactrian.camel.trace.benchmark;

import com.sun.management.ThreadMXBean;
import io.bactrian.camel.FailedStep;
import io.bactrian.camel.trace.DecisionWatch;
import io.bactrian.camel.trace.Recording;
import io.bactrian.camel.trace.TracedFlows;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.store.sql.SqlAdapter;
import io.bactrian.trace.Episode;
import io.bactrian.trace.StepsJson;
import io.bactrian.trace.Traces;
import io.bactrian.trial.LiveCopies;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.PluginHelper;
import org.flywaydb.core.Flyway;

/** {@code TEXTS}: what a text costs that comes in and is acknowledged, watched and not, and what keeping that costs. */
public final class TraceBenchmark implements Recording {

    private final LiveCopies copies = new LiveCopies();

    private static final int ROUNDS = 15;
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final List<Supplier<Episode>> offered = new ArrayList<>();

    public static void main(String[] args) throws Exception {
        new TraceBenchmark().run(Integer.parseInt(args[0]));
        System.exit(0);
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public String instance() {
        return "1234@benchmark/0a1b2c3d";
    }

    @Override
    public void offer(Supplier<Episode> episode) {
        if (offered.size() < 50_000) {
            offered.add(episode);
        }
    }

    private void run(int texts) throws Exception {
        Map<String, CamelContext> gateways = new LinkedHashMap<>();
        gateways.put("not watched", new TracedFlows().start(new FailedStep()));
        gateways.put("watched", new TracedFlows().start(both(new FailedStep(), new DecisionWatch(this))));
        Map<String, List<Cost>> costs = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, CamelContext> gateway : gateways.entrySet()) {
                offered.clear();
                Cost cost = play(gateway.getValue(), texts);
                if (round >= ROUNDS / 3) {
                    costs.computeIfAbsent(gateway.getKey(), name -> new ArrayList<>())
                            .add(cost);
                }
            }
        }
        System.out.println("a text on its way, CPU time of its thread, median of " + (ROUNDS - ROUNDS / 3) + " rounds");
        costs.forEach((name, all) -> System.out.println("  " + name + ": " + Cost.median(all)));
        List<Episode> episodes = words();
        keepAll("H2", episodes, h2());
        try (EmbeddedPostgres server =
                EmbeddedPostgres.builder().setServerConfig("fsync", "on").start()) {
            keepAll(
                    "PostgreSQL",
                    episodes,
                    migrated(SqlAdapter.open(server.getJdbcUrl("postgres", "postgres"), "postgres", ""), "postgresql"));
        }
    }

    private static InterceptStrategy both(InterceptStrategy inner, InterceptStrategy outer) {
        return (context, definition, target, next) -> {
            Processor wrapped = inner.wrapProcessorInInterceptors(context, definition, target, next);
            return outer.wrapProcessorInInterceptors(context, definition, wrapped, next);
        };
    }

    private static Cost play(CamelContext gateway, int texts) throws Exception {
        Endpoint endpoint = gateway.getEndpoint("direct:receive-message");
        var producer = endpoint.createProducer();
        producer.start();
        IncomingMessage text = TracedFlows.text("SM1", TracedFlows.TEXT);
        long cpu = THREAD.getCurrentThreadCpuTime();
        long bytes = THREAD.getThreadAllocatedBytes(Thread.currentThread().getId());
        for (int i = 0; i < texts; i++) {
            Exchange exchange = endpoint.createExchange();
            exchange.getMessage().setBody(text);
            var work = PluginHelper.getUnitOfWorkFactory(gateway).createUnitOfWork(exchange);
            exchange.getExchangeExtension().setUnitOfWork(work);
            producer.process(exchange);
            work.done(exchange);
        }
        return new Cost(
                (THREAD.getCurrentThreadCpuTime() - cpu) / texts,
                (THREAD.getThreadAllocatedBytes(Thread.currentThread().getId()) - bytes) / texts);
    }

    private List<Episode> words() {
        List<Episode> episodes = new ArrayList<>();
        long length = 0;
        long begun = THREAD.getCurrentThreadCpuTime();
        for (Supplier<Episode> each : offered) {
            Episode episode = each.get();
            length += StepsJson.write(episode.steps()).length();
            episodes.add(episode);
        }
        System.out.printf(
                "put into words, beside the path: %,d ns a text, %d characters each, %d steps%n",
                (THREAD.getCurrentThreadCpuTime() - begun) / offered.size(),
                length / offered.size(),
                episodes.get(0).steps().size());
        return episodes;
    }

    private static void keepAll(String name, List<Episode> episodes, DataSource database) {
        Traces traces = SqlAdapter.traces(database);
        long begun = System.nanoTime();
        for (int from = 0; from < episodes.size(); from += 250) {
            traces.keep(episodes.subList(from, Math.min(from + 250, episodes.size())));
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf("kept in %s by one writer: %,.0f a second%n", name, episodes.size() / seconds);
    }

    private static DataSource h2() throws Exception {
        Path folder = Files.createTempDirectory("benchmark-h2");
        return migrated(SqlAdapter.open(SqlAdapter.embeddedUrl(folder), "bactrian", ""), "h2");
    }

    private static DataSource migrated(DataSource database, String vendor) {
        Flyway.configure()
                .dataSource(database)
                .locations("db/migration/" + vendor)
                .load()
                .migrate();
        return database;
    }

    private record Cost(long nanos, long bytes) {

        static Cost median(List<Cost> all) {
            return new Cost(
                    all.stream().mapToLong(Cost::nanos).sorted().toArray()[all.size() / 2],
                    IntStream.range(0, all.size())
                            .mapToLong(i -> all.get(i).bytes())
                            .sorted()
                            .toArray()[all.size() / 2]);
        }

        @Override
        public String toString() {
            return String.format("%,d ns, %,d bytes", nanos, bytes);
        }
    }

    @Override
    public LiveCopies copies() {
        return copies;
    }
}
