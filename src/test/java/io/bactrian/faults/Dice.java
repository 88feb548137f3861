package io.bactrian.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Chance that is the same for the same seed. For one thread. */
final class Dice {

    private final RandomGenerator random;

    Dice(long seed) {
        random = new java.util.SplittableRandom(seed);
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    /** From 0 to just below 1. */
    double share() {
        return random.nextDouble();
    }

    /** From 0 to just below that. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    Duration between(Duration least, Duration most) {
        return Duration.ofMillis(random.nextLong(least.toMillis(), most.toMillis() + 1));
    }

    <T> T one(List<T> of) {
        return of.get(below(of.size()));
    }

    <T> List<T> shuffled(List<T> all) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(random.nextLong()));
        return shuffled;
    }
}
