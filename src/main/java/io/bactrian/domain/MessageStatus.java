package io.bactrian.domain;

import java.util.Arrays;
import java.util.List;

/** Where an outgoing message stands. It only ever moves forward: {@link #canTransitionTo}. */
public enum MessageStatus {
    QUEUED(0),
    SENDING(1),
    SENT(2),
    DELIVERED(3),
    UNDELIVERED(3),
    FAILED(3),
    CANCELED(3);

    private final int step;

    MessageStatus(int step) {
        this.step = step;
    }

    /** True once nothing more is expected to happen to the message. */
    public boolean isFinal() {
        return step == DELIVERED.step;
    }

    /** Forward only, a final status never changes, and only what still waits can be canceled. */
    public boolean canTransitionTo(MessageStatus next) {
        return next == CANCELED ? this == QUEUED : step < next.step;
    }

    /** Every status that a message may have when it moves to this one. */
    public List<MessageStatus> predecessors() {
        return Arrays.stream(values())
                .filter(from -> from.canTransitionTo(this))
                .toList();
    }

    /** The word that is stored and shown, for instance {@code delivered}. */
    @Override
    public String toString() {
        return Words.of(this);
    }
}
