package io.bactrian.conversations;

import java.time.Instant;

/**
 * How a conversation stands.
 *
 * @param lastMessageAt when the last message came in or was queued, UTC, or null where there is none
 * @param last the last message that is no acknowledgment
 * @param unread how many texts nobody has read, {@link Conversations#MOST_UNREAD} at the most
 */
public record ConversationState(
        Conversation conversation, boolean open, int unread, Instant lastMessageAt, Said last) {}
