package io.bactrian.conversations;

import java.time.Instant;

/**
 * What one of ours did with a conversation.
 *
 * @param at UTC
 * @param text the note, or whom it was assigned to (null for nobody)
 */
public record ConversationEvent(Instant at, String who, What what, String text) {

    /** What can be done with one. */
    public enum What {
        NOTED,
        ASSIGNED,
        OPENED,
        CLOSED,
        READ;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A note may hold anything. */
    @Override
    public String toString() {
        return "ConversationEvent[" + what + "]";
    }
}
