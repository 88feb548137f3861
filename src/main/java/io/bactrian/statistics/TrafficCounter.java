package io.bactrian.statistics;

/** Keeps the counts from which {@link TrafficCounts} and {@link Latencies} are answered, in a store that needs it. */
public interface TrafficCounter {

    /** Counts what may have changed since it was counted. */
    void count();
}
