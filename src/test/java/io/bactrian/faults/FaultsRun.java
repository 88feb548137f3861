package io.bactrian.faults;

/** Traffic and mischief at the same time, then peace, then the comparison. */
final class FaultsRun {

    private FaultsRun() {}

    static Report of(Scenario scenario, Store store, int gateways) throws Exception {
        try (World world = new World(scenario.folder(), store, gateways);
                Traffic traffic = new Traffic(scenario, world.client());
                Mischief mischief = new Mischief(world)) {
            world.start();
            traffic.register();
            traffic.begin();
            mischief.run(new Misdeeds(scenario, world).drawUp());
            world.calm();
            traffic.finish();
            boolean quiet = new Quiet(world.client()).comesWithin(scenario.patience());
            Truth truth = Truth.of(world.client());
            world.stopGateways();
            Logged logged = store.read();
            Verdict verdict = Verdict.of(traffic.accepted(), logged, truth);
            long leaks = Leaks.count(scenario.folder());
            return new Report(scenario, mischief.done(), traffic.accepted(), logged, truth, verdict, quiet, leaks);
        }
    }
}
