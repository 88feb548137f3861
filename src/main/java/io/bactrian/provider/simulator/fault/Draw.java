package io.bactrian.provider.simulator.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The choices of one event. They follow from the seed and the event's number alone, not from what else goes on. */
final class Draw {

    /** What is counted apart, so that one kind of call does not shift the luck of another. */
    enum Stream {
        CREATE,
        LIST,
        FETCH,
        MESSAGE,
        REPORT
    }

    /** The golden ratio in 64 bits: neighbouring numbers begin far apart. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    Draw(long seed, Stream stream, long number) {
        this.random = new SplittableRandom(seed ^ (number * Stream.values().length + stream.ordinal() + 1) * SPREAD);
    }

    boolean happens(double share) {
        return random.nextDouble() < share;
    }

    /** One of these, each with its probability; with what is left, the other. */
    <T> T of(Map<T, Double> shares, T otherwise) {
        double point = random.nextDouble();
        for (Map.Entry<T, Double> share : shares.entrySet()) {
            if (point < share.getValue()) {
                return share.getKey();
            }
            point -= share.getValue();
        }
        return otherwise;
    }

    <T> T from(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** That long and, evenly spread, up to so much more. */
    Duration between(Duration least, Duration more) {
        return least.plusMillis(random.nextLong(more.toMillis() + 1));
    }
}
