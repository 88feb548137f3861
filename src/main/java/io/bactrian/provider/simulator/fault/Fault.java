package io.bactrian.provider.simulator.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can befall a create call; all but {@link #NONE} keep the caller from its sid. */
public enum Fault {
    NONE,
    REFUSE,
    BUSY,
    UNAUTHORIZED,
    FORBIDDEN,
    FAIL_BEFORE,
    FAIL_AFTER,
    HANG_BEFORE,
    HANG_AFTER,
    CUT_BEFORE,
    CUT_AFTER,
    CUT_MIDWAY;

    /** Whether the message is accepted all the same. */
    public boolean accepts() {
        return switch (this) {
            case NONE, FAIL_AFTER, HANG_AFTER, CUT_AFTER, CUT_MIDWAY -> true;
            default -> false;
        };
    }

    /** The fault of that name, for instance {@code fail-after}. */
    static Optional<Fault> named(String name) {
        return Arrays.stream(values())
                .filter(fault -> fault != NONE && fault.toString().equals(name))
                .findFirst();
    }

    /** Its name in texts, counters and the truth. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
