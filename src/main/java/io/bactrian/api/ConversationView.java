package io.bactrian.api;

import io.bactrian.conversations.ConversationState;
import io.bactrian.conversations.Said;
import io.bactrian.domain.PhoneNumber;
import java.time.Instant;

/** A conversation, as callers see it. */
public record ConversationView(
        String id,
        PhoneNumber phoneNumber,
        String state,
        String assignee,
        int unread,
        Instant readAt,
        String readBy,
        Instant closedAt,
        Instant lastMessageAt,
        Said lastMessage) {

    static ConversationView of(ConversationState state) {
        var conversation = state.conversation();
        return new ConversationView(
                conversation.id(),
                conversation.phoneNumber(),
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
