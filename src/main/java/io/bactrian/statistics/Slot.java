package io.bactrian.statistics;

import java.time.Instant;

/**
 * A stretch of time that is counted as one.
 *
 * @param from the beginning of an hour, UTC
 * @param to the beginning of a later hour, which it does not hold any more, UTC
 */
public record Slot(Instant from, Instant to) {

    public boolean holds(Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }
}
