package io.bactrian.store;

import io.bactrian.statistics.Backlogs;
import io.bactrian.statistics.Latencies;
import io.bactrian.statistics.TrafficCounter;
import io.bactrian.statistics.TrafficCounts;

/** What a store answers to those at the desk. */
public record Desk(TrafficCounts traffic, Latencies latencies, Backlogs backlogs, TrafficCounter counter) {}
