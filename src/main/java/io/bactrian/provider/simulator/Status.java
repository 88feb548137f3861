package io.bactrian.provider.simulator;

import java.util.Locale;

/** Twilio's words for where a message stands, those of them that the simulator uses. */
enum Status {
    ACCEPTED,
    SCHEDULED,
    QUEUED,
    SENT,
    DELIVERED,
    UNDELIVERED,
    FAILED,
    CANCELED;

    static Status initial(boolean scheduled, boolean throughService) {
        if (scheduled) {
            return SCHEDULED;
        }
        return throughService ? ACCEPTED : QUEUED;
    }

    /** Whether nothing follows. */
    boolean isEnd() {
        return this == DELIVERED || this == UNDELIVERED || this == FAILED || this == CANCELED;
    }

    /** Twilio's word, for instance {@code undelivered}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
