package io.bactrian.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Draws up what goes wrong in a scenario, and when. */
final class Misdeeds {

    private static final double BOTH = 0.25;
    private static final int KILLS_PER_STOP = 4;
    private static final int OUTAGES_PER_DISASTER = 2;

    /** Of outages: refuse, hang, cut. */
    private static final int KINDS = 3;

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
        kills();
        world.store().way().ifPresent(way -> {
            outages("the store", way, LONGEST_OF_STORE);
            if (Disk.canBeFull()) {
                disasters(way);
            }
        });
        outages("the provider", world.wayToProvider(), LONGEST_OF_PROVIDER);
        return deeds.stream().sorted().toList();
    }

    private void kills() {
        List<Program> gateways = world.gateways();
        for (int done = 0; done < scenario.kills(); ) {
            List<Program> victims = dice.chance(BOTH) ? gateways : List.of(dice.one(gateways));
            double at = when(done, scenario.kills());
            victims.forEach(victim -> deeds.add(new Deed(at, "kill -9", victim::kill)));
            done += victims.size();
        }
        for (int i = 0; i < scenario.kills() / KILLS_PER_STOP; i++) {
            Program victim = dice.one(gateways);
            deeds.add(new Deed(when(i, scenario.kills() / KILLS_PER_STOP), "SIGTERM", victim::terminate));
        }
    }

    private void outages(String whose, TcpProxy way, Duration longest) {
        int first = dice.below(KINDS);
        for (int i = 0; i < scenario.outages(); i++) {
            double at = when(i, scenario.outages());
            Duration lasting = dice.between(SHORTEST, longest);
            deeds.add(
                    switch ((first + i) % KINDS) {
                        case 0 -> new Deed(at, whose + " refuses", way::refuse, way::heal, lasting);
                        case 1 -> new Deed(at, whose + " hangs", way::hang, way::heal, lasting);
                        default -> new Deed(at, whose + " is cut off", way::cut);
                    });
        }
    }

    /** The store is away, and what would be spooled finds no room either. */
    private void disasters(TcpProxy way) {
        for (int i = 0; i < scenario.outages() / OUTAGES_PER_DISASTER; i++) {
            deeds.add(new Deed(
                    when(i, scenario.outages() / OUTAGES_PER_DISASTER),
                    "the store refuses and the disks are full",
                    () -> {
                        way.refuse();
                        eachGateway(Program::fillDisk);
                    },
                    () -> {
                        eachGateway(Program::emptyDisk);
                        way.heal();
                    },
                    dice.between(SHORTEST, LONGEST_OF_STORE)));
        }
    }

    private interface Change {
        void make(Program gateway) throws Exception;
    }

    private void eachGateway(Change change) throws Exception {
        for (Program gateway : world.gateways()) {
            change.make(gateway);
        }
    }

    /** Somewhere in the n-th of so many equal parts of the traffic. */
    private double when(int n, int parts) {
        return (n + dice.share()) / parts;
    }
}
