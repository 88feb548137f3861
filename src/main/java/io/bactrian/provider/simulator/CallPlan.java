package io.bactrian.provider.simulator;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What makes a message a call.
 *
 * @param say what is said in it, or null where nothing is, or where that is not known before the URL is fetched
 * @param url where its instructions are, or null
 * @param told the states of which its callback is told
 */
record CallPlan(String say, String url, Set<Status> told) {

    private static final Map<String, Set<Status>> EVENTS = Map.of(
            "initiated", EnumSet.of(Status.INITIATED),
            "ringing", EnumSet.of(Status.RINGING),
            "answered", EnumSet.of(Status.IN_PROGRESS),
            "completed", EnumSet.of(Status.COMPLETED, Status.BUSY, Status.NO_ANSWER, Status.FAILED, Status.CANCELED));

    /** @param events Twilio's words for them; without any, the callback is told of the end alone */
    static CallPlan of(String say, String url, Collection<String> events) {
        Collection<String> wanted = events == null || events.isEmpty() ? List.of("completed") : events;
        EnumSet<Status> told = EnumSet.noneOf(Status.class);
        wanted.forEach(event -> told.addAll(EVENTS.getOrDefault(event, Set.of())));
        return new CallPlan(say, url, told);
    }

    @Override
    public String toString() {
        return "CallPlan[" + told + "]";
    }
}
