package io.bactrian.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How much of everything.
 *
 * @param seed of all that is left to chance
 * @param length how long the traffic takes at least; it waits while nobody takes it
 * @param texts that come in, each from somebody else, known or not
 * @param sends that programs ask for
 * @param callers at one time
 * @param kills with {@code kill -9}; one in four as many SIGTERMs come on top
 * @param outages of the store, and as many of the way to the provider
 * @param weathers ways in which the provider behaves
 * @param spell how long in each
 * @param patience how long it may take until all is quiet after the last fault
 * @param folder for data, logs and nothing else
 */
record Scenario(
        long seed,
        Duration length,
        int texts,
        int sends,
        int callers,
        int kills,
        int outages,
        List<Weather> weathers,
        Duration spell,
        Duration patience,
        Path folder) {

    /** A generator of its own for each use, so that one use does not disturb another. */
    Dice dice(String use) {
        return new Dice(seed * 31 + use.hashCode());
    }
}
