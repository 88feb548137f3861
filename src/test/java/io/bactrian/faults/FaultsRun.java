package io.bactrian.faults;

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
                        new Climate(scenario, world.client()),
                        scenario.spell())) {
            world.start();
            traffic.register();
            traffic.begin();
            mischief.begin(traffic::progress);
            traffic.finish();
            Map<String, Integer> deeds = mischief.finish();
            world.calm();
            int replayed = new Operator(world.client()).replayAll(world.gateways());
            boolean quiet = new Quiet(world).comesWithin(scenario.patience());
            Truth truth = Truth.of(world.client());
            world.stopGateways();
            Logged logged = store.read();
            Verdict verdict = Verdict.of(traffic.accepted(), logged, truth);
            long leaks = Leaks.count(scenario.folder());
            return new Report(scenario, deeds, replayed, traffic.accepted(), logged, truth, verdict, quiet, leaks);
        }
    }
}
