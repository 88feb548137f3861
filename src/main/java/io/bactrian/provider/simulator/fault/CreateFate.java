package io.bactrian.provider.simulator.fault;

import java.time.Duration;

/**
 * What befalls one create call, and the message that it may leave behind.
 *
 * @param code the error code with which a refusal is answered
 * @param retryAfter what a busy answer asks for
 * @param hang how long a call that hangs is kept
 * @param delay how late the answer comes, if it comes; zero: at once
 * @param ending the error code with which the message ends, or the word for how a call does, or null where it arrives
 */
public record CreateFate(
        Fault fault, int code, Duration retryAfter, Duration hang, Duration delay, String ending, Reporting reporting) {

    static final CreateFate POLITE =
            new CreateFate(Fault.NONE, 0, Duration.ZERO, Duration.ZERO, Duration.ZERO, null, Reporting.POLITE);

    /** Whether the answer comes later than it could. */
    public boolean isSlow() {
        return !delay.isZero();
    }
}
