package io.bactrian.api;

import io.bactrian.conversations.ConversationEvent;
import io.bactrian.conversations.ConversationEvent.What;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be changed about a conversation; null leaves it as it is.
 *
 * @param state {@code open} or {@code closed}
 * @param assignee empty for nobody
 * @param read true: all that came in until now
 */
public record ConversationChange(String state, String assignee, Boolean read) {

    List<ConversationEvent> events(Instant at, String who) {
        List<ConversationEvent> events = new ArrayList<>();
        if (Boolean.TRUE.equals(read)) {
            events.add(new ConversationEvent(at, who, What.READ, null));
        }
        if (assignee != null) {
            events.add(new ConversationEvent(at, who, What.ASSIGNED, assignee.isEmpty() ? null : assignee));
        }
        if (state != null) {
            events.add(new ConversationEvent(at, who, state.equals("open") ? What.OPENED : What.CLOSED, null));
        }
        return events;
    }
}
