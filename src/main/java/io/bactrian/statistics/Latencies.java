package io.bactrian.statistics;

/** Answers how long messages took. */
public interface Latencies {

    Latency of(String tenant, Wait wait, Slot slot);
}
