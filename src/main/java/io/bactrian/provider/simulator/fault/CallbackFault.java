package io.bactrian.provider.simulator.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can befall a report, or, of the last two, all reports of a message. */
public enum CallbackFault {
    NONE,
    LOSE,
    TWICE,
    DELAY,
    REORDER,
    EARLY,
    REVERSE;

    boolean isOfTheWholeMessage() {
        return this == EARLY || this == REVERSE;
    }

    /** The fault of that name, for instance {@code reorder}. */
    static Optional<CallbackFault> named(String name) {
        return Arrays.stream(values())
                .filter(fault -> fault != NONE && fault.toString().equals(name))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
