package io.bactrian.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.core.ConditionTimeoutException;

/**
 * {@code MESSAGES SECONDS [SEED]}: what five tenants want sent, in four priorities, through a simulator that misbehaves and
 * two gateways that are killed. Exits with 0 only where every message ends as it truly did, and none was accepted twice.
 */
public final class OutboundBenchmark {

    private OutboundBenchmark() {}

    public static void main(String[] args) {
        int exit = 2;
        try {
            exit = run(args) ? 0 : 1;
        } catch (Exception e) {
            e.printStackTrace();
        }
        // whatever thread still lives: nothing is left to be done
        System.exit(exit);
    }

    private static boolean run(String[] args) throws Exception {
        long seed = args.length > 2 ? Long.parseLong(args[2]) : System.currentTimeMillis() % 1_000_000;
        System.out.println("seed: " + seed);
        Scenario scenario = new Scenario(
                seed,
                Duration.ofSeconds(Integer.parseInt(args[1])),
                0,
                Integer.parseInt(args[0]),
                24,
                2,
                1,
                List.of(Weather.A_LITTLE_OF_ALL, Weather.BUSY, Weather.FAILING, Weather.CUTTING, Weather.A_LOT_OF_ALL),
                Duration.ofSeconds(10),
                Duration.ofMinutes(20),
                FaultsBenchmark.folder("outbound-" + seed));
        return run(scenario);
    }

    private static boolean run(Scenario scenario) throws Exception {
        PostgresStore store = new PostgresStore();
        try (World world = new World(scenario.folder(), store, 2);
                Mailing mailing = new Mailing(scenario, world.client());
                Mischief mischief = new Mischief(
                        world,
                        new Misdeeds(scenario, world).drawUp(),
                        new Climate(scenario, world.simulator()),
                        scenario.spell())) {
            world.start();
            Instant begin = Instant.now();
            mailing.begin();
            mischief.begin(mailing::progress);
            mailing.finish();
            awaitTries(world, scenario);
            Map<String, Integer> deeds = mischief.finish();
            world.calm();
            OutboundReport report = new OutboundReport(store.database());
            boolean quiet = isQuietWithin(scenario.patience(), report, world);
            Duration lasted = Duration.between(begin, Instant.now());
            Truth truth = Truth.of(world.simulator());
            world.stopGateways();
            Verdict verdict = Verdict.of(mailing.accepted(), store.read(), truth, mailing.mayExpire());
            long leaks = Leaks.count(scenario.folder());
            System.out.println(
                    "accepted by the API: " + mailing.accepted().sends().size());
            System.out.println("answers: " + mailing.accepted().answers());
            System.out.println("what happened: " + deeds);
            System.out.println("provider: " + truth.counters());
            report.print();
            System.out.println("seconds: " + lasted.toSeconds());
            System.out.println("quiet in the end: " + quiet);
            System.out.println("lines of the logs with a number or a text: " + leaks);
            print("accepted and missing", verdict.missing());
            print("accepted twice", verdict.twice());
            print("stuck", verdict.stuck());
            print("wrong status", verdict.wrong());
            return quiet && leaks == 0 && verdict.isClean();
        }
    }

    /** The faults last until four of five messages have been tried. */
    private static void awaitTries(World world, Scenario scenario) {
        await("calls to the provider")
                .atMost(scenario.patience())
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> world.simulator().counter("createCalls") >= scenario.sends() * 4 / 5);
    }

    private static boolean isQuietWithin(Duration patience, OutboundReport report, World world) {
        try {
            await().atMost(patience)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> report.moving() == 0
                            && world.spooled() == 0
                            && world.simulator().counter("moving") == 0);
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    private static void print(String name, Set<String> ids) {
        System.out.println(name + ": " + ids.size());
        new TreeSet<>(ids).stream().limit(10).forEach(id -> System.out.println("    " + id));
    }
}
