package io.bactrian.api;

import java.util.List;

/**
 * Which dead letters are to be sent through again: those of a filter, or those named.
 *
 * @param rate letters a second, or null
 */
public record ReplayOrder(Filter filter, List<String> ids, Boolean dryRun, Integer rate, String from) {

    /** As the list of dead letters is asked. */
    public record Filter(String kind, String step, String cause, String since, String until) {

        @Override
        public String toString() {
            return "Filter[]";
        }
    }

    @Override
    public String toString() {
        return "ReplayOrder[]";
    }
}
