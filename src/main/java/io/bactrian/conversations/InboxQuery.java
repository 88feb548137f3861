package io.bactrian.conversations;

import io.bactrian.paging.PageRequest;

/**
 * Which conversations are wanted. Null asks for all.
 *
 * @param open whether they are open
 * @param assignee who sees to them; empty for nobody
 * @param unread whether something in them is unread
 */
public record InboxQuery(PageRequest page, Boolean open, String assignee, Boolean unread) {

    boolean wants(ConversationState state) {
        return (open == null || open == state.open())
                && (unread == null || unread == state.unread() > 0)
                && (assignee == null
                        || assignee.equals(
                                state.conversation().assignee() == null
                                        ? ""
                                        : state.conversation().assignee()));
    }
}
