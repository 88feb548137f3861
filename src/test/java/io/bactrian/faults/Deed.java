package io.bactrian.faults;

import java.time.Duration;

/**
 * Something that goes wrong.
 *
 * @param at how much of the traffic is over by then, from 0 to 1
 * @param name of all deeds of this kind
 * @param relief what ends it, or null where it is over at once
 * @param lasting how long until then
 */
record Deed(double at, String name, Step step, Step relief, Duration lasting) implements Comparable<Deed> {

    interface Step {
        void take() throws Exception;
    }

    Deed(double at, String name, Step step) {
        this(at, name, step, null, null);
    }

    @Override
    public int compareTo(Deed other) {
        return Double.compare(at, other.at);
    }
}
