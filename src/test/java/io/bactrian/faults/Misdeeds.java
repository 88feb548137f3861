package io.bactrian.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Draws up what goes wrong in a scenario, and when. */
final class Misdeeds {

    private static final double BOTH = 0.25;
    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final Duration LONGEST_OF_STORE = Duration.ofSeconds(9);

    /** Shorter than what settling waits for: a call that hangs must have arrived before anybody asks about it. */
    private static final Duration LONGEST_OF_PROVIDER = Duration.ofSeconds(3);

    private final Scenario scenario;
    private final World world;
    private final Dice dice;
    private final List<Deed> deeds = new ArrayList<>();

    Misdeeds(Scenario scenario, World world) {
        this.scenario = scenario;
        this.world = world;
        this.dice = scenario.dice("mischief");
    }

    List<Deed> drawUp() {
        weather();
        kills();
        world.store().way().ifPresent(way -> outages("the store", way, LONGEST_OF_STORE));
        outages("the provider", world.wayToProvider(), LONGEST_OF_PROVIDER);
        return deeds.stream().sorted().toList();
    }

    private void weather() {
        List<Weather> all = Weather.shuffled(dice);
        for (int i = 0; i < all.size(); i++) {
            Weather weather = all.get(i);
            String plan = weather.plan(scenario.seed() + i);
            deeds.add(new Deed(part(i, all.size()), "the provider is " + weather, () -> world.client()
                    .putFaults(plan)));
        }
    }

    private void kills() {
        List<Program> gateways = world.gateways();
        for (int done = 0; done < scenario.kills(); ) {
            List<Program> victims = dice.chance(BOTH) ? gateways : List.of(dice.one(gateways));
            Duration at = soon(done, scenario.kills());
            victims.forEach(victim -> deeds.add(new Deed(at, "kill -9", victim::kill)));
            done += victims.size();
        }
        for (int i = 0; i < scenario.kills() / 5; i++) {
            Program victim = dice.one(gateways);
            deeds.add(new Deed(soon(i, scenario.kills() / 5), "SIGTERM", victim::stop));
        }
    }

    private void outages(String whose, TcpProxy way, Duration longest) {
        for (int i = 0; i < scenario.outages(); i++) {
            Duration at = soon(i, scenario.outages());
            Duration end = at.plus(dice.between(SHORTEST, longest));
            switch (dice.below(3)) {
                case 0 -> outage(at, end, whose + " refuses", way::refuse, way);
                case 1 -> outage(at, end, whose + " hangs", way::hang, way);
                default -> deeds.add(new Deed(at, whose + " is cut off", way::cut));
            }
        }
    }

    private void outage(Duration at, Duration end, String name, Deed.Step begin, TcpProxy way) {
        deeds.add(new Deed(at, name, begin));
        deeds.add(new Deed(end, Mischief.RELIEF, way::heal));
    }

    /** Somewhere in the n-th of so many equal parts of the scenario. */
    private Duration soon(int n, int parts) {
        return part(n, parts).plus(dice.between(Duration.ZERO, part(1, parts)));
    }

    private Duration part(int n, int parts) {
        return scenario.length().multipliedBy(n).dividedBy(parts);
    }
}
