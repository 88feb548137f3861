package io.bactrian.dashboard.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The thread with one person, as the contract has it and pages show it.
 *
 * @param items newest first
 */
record Talk(List<Said> items, String nextCursor) {

    /** The newest last, as people read them. */
    public List<Said> inOrder() {
        List<Said> order = new ArrayList<>(items);
        Collections.reverse(order);
        return order;
    }

    /** One of the two. */
    record Said(In incoming, Out outgoing) {}

    record In(String messageSid, String messageContent, List<Object> media, String optOutType, Instant receivedAt) {

        @Override
        public String toString() {
            return "In[" + messageSid + "]";
        }
    }

    record Out(
            String id,
            String messageContent,
            String kind,
            String status,
            String operatorId,
            Instant queuedAt,
            String errorCode,
            String errorMessage) {

        @Override
        public String toString() {
            return "Out[" + id + "]";
        }
    }

    /** How a conversation stands. */
    record State(
            String id,
            String phoneNumber,
            String userId,
            String name,
            boolean optedOut,
            String state,
            String assignee,
            int unread,
            Instant lastMessageAt,
            Said lastMessage) {

        public boolean isOpen() {
            return "open".equals(state);
        }

        /** By which people know them, as far as we may show it. */
        public String title() {
            return name == null ? phoneNumber : name;
        }

        @Override
        public String toString() {
            return "State[" + id + "]";
        }
    }

    record Event(Instant at, String who, String what, String text) {

        @Override
        public String toString() {
            return "Event[" + what + "]";
        }
    }

    record Details(State conversation, List<Event> events) {}

    record States(List<State> items, String nextCursor) {}
}
