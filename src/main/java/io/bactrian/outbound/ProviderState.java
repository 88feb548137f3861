package io.bactrian.outbound;

import io.bactrian.domain.Words;

/** Whether messages are given to a provider, in the words of a circuit breaker. */
public enum ProviderState {
    /** Every message is. */
    CLOSED,
    /** A few are, to see whether it is well again. */
    HALF_OPEN,
    /** None is, for a while. */
    OPEN,
    /** None is but a single one now and then, until its configuration is right. */
    PARKED;

    /** The word that is shown, for instance {@code half-open}. */
    @Override
    public String toString() {
        return Words.of(this);
    }
}
