package io.bactrian.faults;

import java.time.Duration;

/** Something that goes wrong, or comes right again, at its time after the beginning. */
record Deed(Duration at, String name, Step step) implements Comparable<Deed> {

    interface Step {
        void take() throws Exception;
    }

    @Override
    public int compareTo(Deed other) {
        return at.compareTo(other.at);
    }
}
