package io.bactrian.provider.simulator;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Twilio's words for where a message or a call stands, those of them that the simulator uses. */
enum Status {
    ACCEPTED,
    SCHEDULED,
    QUEUED,
    SENT,
    DELIVERED,
    UNDELIVERED,
    FAILED,
    CANCELED,
    INITIATED,
    RINGING,
    IN_PROGRESS,
    COMPLETED,
    BUSY,
    NO_ANSWER;

    private static final Set<Status> ENDS =
            EnumSet.of(DELIVERED, UNDELIVERED, FAILED, CANCELED, COMPLETED, BUSY, NO_ANSWER);

    static Status initial(boolean scheduled, boolean throughService) {
        if (scheduled) {
            return SCHEDULED;
        }
        return throughService ? ACCEPTED : QUEUED;
    }

    /** Whether nothing follows. */
    boolean isEnd() {
        return ENDS.contains(this);
    }

    /** Twilio's word, for instance {@code no-answer}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
