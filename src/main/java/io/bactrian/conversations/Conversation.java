package io.bactrian.conversations;

import io.bactrian.domain.PhoneNumber;
import java.time.Instant;

/**
 * What we hold about the thread with one person; the messages are in the log. All times are UTC.
 *
 * @param id stands for the number wherever that must not be
 * @param assignee who of ours sees to it, or null
 * @param closedAt when it was closed, or null while it is open. A text that came in later opens it again
 * @param readAt up to when it was read, or null where it never was
 * @param readBy who read it last
 */
public record Conversation(
        String id,
        String tenant,
        PhoneNumber phoneNumber,
        String assignee,
        Instant closedAt,
        Instant readAt,
        String readBy) {

    /** @param lastIncoming when the last text came in, or null where none did */
    public boolean isOpen(Instant lastIncoming) {
        return closedAt == null || lastIncoming != null && lastIncoming.isAfter(closedAt);
    }

    /** As it is after that. */
    public Conversation after(ConversationEvent event) {
        return switch (event.what()) {
            case ASSIGNED -> new Conversation(id, tenant, phoneNumber, event.text(), closedAt, readAt, readBy);
            case CLOSED -> new Conversation(id, tenant, phoneNumber, assignee, event.at(), readAt, readBy);
            case OPENED -> new Conversation(id, tenant, phoneNumber, assignee, null, readAt, readBy);
            case READ -> new Conversation(id, tenant, phoneNumber, assignee, closedAt, event.at(), event.who());
            case NOTED -> this;
        };
    }

    @Override
    public String toString() {
        return "Conversation[" + id + "]";
    }
}
