package io.bactrian.api;

import io.bactrian.conversations.ConversationState;
import io.bactrian.conversations.Said;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.User;
import java.time.Instant;

/**
 * A conversation, as callers see it.
 *
 * @param userId who it is, or null where the directory does not know them; so is the name
 * @param optedOut whether the directory knows that they want no texts
 */
public record ConversationView(
        String id,
        PhoneNumber phoneNumber,
        String userId,
        String name,
        boolean optedOut,
        String state,
        String assignee,
        int unread,
        Instant readAt,
        String readBy,
        Instant closedAt,
        Instant lastMessageAt,
        Said lastMessage) {

    /** @param user whose number it is, or null */
    static ConversationView of(ConversationState state, User user) {
        var conversation = state.conversation();
        return new ConversationView(
                conversation.id(),
                conversation.phoneNumber(),
                user == null ? null : user.id(),
                user == null ? null : user.name(),
                user != null && user.optedOut(),
                state.open() ? "open" : "closed",
                conversation.assignee(),
                state.unread(),
                conversation.readAt(),
                conversation.readBy(),
                state.open() ? null : conversation.closedAt(),
                state.lastMessageAt(),
                state.last());
    }

    @Override
    public String toString() {
        return "ConversationView[" + id + "]";
    }
}
