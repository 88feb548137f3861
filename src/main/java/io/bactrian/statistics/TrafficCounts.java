package io.bactrian.statistics;

import java.time.Instant;
import java.util.List;

/** Answers how much came in and went out, in time that does not grow with the number of messages. */
public interface TrafficCounts {

    /**
     * One for each slot, in their order, also where nothing happened.
     *
     * @param slots that do not overlap, oldest first
     */
    List<Traffic> of(String tenant, List<Slot> slots);

    /** All who have messages, in order. */
    List<String> tenants();

    /** The time up to which everything is counted, UTC; null where nothing is yet. */
    Instant asOf(String tenant);
}
