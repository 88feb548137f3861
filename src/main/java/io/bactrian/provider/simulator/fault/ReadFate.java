package io.bactrian.provider.simulator.fault;

import java.time.Duration;

/**
 * What befalls one list or fetch.
 *
 * @param code the error code with which it is answered, or null where it is answered well
 * @param delay how late the answer comes; zero: at once
 * @param lag how long after its acceptance a message shows
 */
public record ReadFate(Integer code, Duration delay, Duration lag) {

    private static final int BUSY = 20429;

    static final ReadFate POLITE = new ReadFate(null, Duration.ZERO, Duration.ZERO);

    public boolean isBusy() {
        return code != null && code == BUSY;
    }

    /** Whether the answer comes later than it could. */
    public boolean isSlow() {
        return !delay.isZero();
    }
}
