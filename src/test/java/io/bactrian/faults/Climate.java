package io.bactrian.faults;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** The weathers of a scenario, one after the other, in an order left to chance. */
final class Climate {

    private final long seed;
    private final Simulator simulator;
    private final Deque<Weather> coming;
    private int spells;

    Climate(Scenario scenario, Simulator simulator) {
        this.seed = scenario.seed();
        this.simulator = simulator;
        this.coming = new ArrayDeque<>(scenario.dice("weather").shuffled(scenario.weathers()));
    }

    /** Begins the next one, and gives it. */
    Weather change() throws IOException {
        Weather weather = coming.remove();
        coming.add(weather);
        simulator.putFaults(weather.plan(seed + spells++));
        return weather;
    }
}
