package io.bactrian.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;

/** Traffic and mischief at the same time, then peace, then the comparison. */
final class FaultsRun {

    private FaultsRun() {}

    static Report of(Scenario scenario, Store store, int gateways) throws Exception {
        try (World world = new World(scenario.folder(), store, gateways);
                Traffic traffic = new Traffic(scenario, world.client());
                Mischief mischief = new Mischief(
                        world,
                        new Misdeeds(scenario, world).drawUp(),
                        new Climate(scenario, world.simulator()),
                        scenario.spell())) {
            world.start();
            traffic.register();
            traffic.begin();
            mischief.begin(traffic::progress);
            traffic.finish();
            awaitTries(traffic.accepted(), world.simulator(), scenario.patience());
            Map<String, Integer> deeds = mischief.finish();
            world.calm();
            int replayed = new Operator(world.client()).replayAll(world.gateways());
            boolean quiet = new Quiet(world).comesWithin(scenario.patience());
            Truth truth = Truth.of(world.simulator());
            world.stopGateways();
            Logged logged = store.read();
            Verdict verdict = Verdict.of(traffic.accepted(), logged, truth);
            long leaks = Leaks.count(scenario.folder());
            return new Report(scenario, deeds, replayed, traffic.accepted(), logged, truth, verdict, quiet, leaks);
        }
    }

    /** There is no peace before what was accepted has been tried: the faults are for the way out, too. */
    private static void awaitTries(Accepted accepted, Simulator simulator, Duration patience) {
        int wanted = accepted.textsToAnswer().size() + accepted.sends().size();
        await("as many calls to the provider as messages")
                .atMost(patience)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> simulator.counter("createCalls") >= wanted);
    }
}
