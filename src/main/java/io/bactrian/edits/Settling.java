package io.bactrian.edits;

import java.util.Objects;

/**
 * Waits until what is written is whole: a change counts when it looks the same twice. Where something goes on changing, it
 * counts after a while all the same; what is half-written then is refused, and taken when it is whole.
 */
final class Settling {

    private final long longestNs;
    private Object taken;
    private Object last;
    private long changedAt;

    Settling(long longestNs) {
        this.longestNs = longestNs;
    }

    /** What is there already and needs no look. */
    void begin(Object seen) {
        taken = seen;
        last = seen;
    }

    /** Whether there is something new, and it has settled. */
    boolean isNew(Object seen, long nowNs) {
        boolean still = Objects.equals(seen, last);
        if (Objects.equals(seen, taken)) {
            last = seen;
            changedAt = 0;
            return false;
        }
        changedAt = changedAt == 0 ? nowNs : changedAt;
        last = seen;
        if (!still && nowNs - changedAt < longestNs) {
            return false;
        }
        taken = seen;
        changedAt = 0;
        return true;
    }
}
