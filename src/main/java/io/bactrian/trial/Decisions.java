package io.bactrian.trial;

import io.bactrian.trace.Episode;
import io.bactrian.trace.TraceStep;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which ways a text was sent by the steps that decide. */
final class Decisions {

    private static final Set<String> DECIDING = Set.of("choice", "filter");
    private static final String BEGINNING = "receive-message";
    private static final String FAILURE = "failure";
    private static final Pattern BEAN_CALL = Pattern.compile("\\w+\\.\\w+");

    private Decisions() {}

    static List<Decision> of(List<TraceStep> steps) {
        return steps.stream()
                .filter(step -> DECIDING.contains(step.kind()))
                .map(step -> new Decision(step.route(), step.step(), step.outcome()))
                .toList();
    }

    /** Those that a play makes as well: a play has no edge. */
    static List<TraceStep> played(Episode went) {
        return went.steps().stream()
                .dropWhile(step -> !BEGINNING.equals(step.route()))
                .filter(step -> BEGINNING.equals(went.route()) || !went.route().equals(step.route()))
                .toList();
    }

    static boolean failed(Episode went) {
        return went.steps().stream().anyMatch(step -> FAILURE.equals(step.kind()));
    }

    /** What beans were asked by filters, and what they said. */
    static Map<String, Boolean> said(Episode went) {
        Map<String, Boolean> said = new HashMap<>();
        went.steps().stream()
                .filter(step -> "filter".equals(step.kind()) && step.says() != null)
                .filter(step -> BEAN_CALL.matcher(step.says()).matches())
                .forEach(step -> said.put(step.says(), Boolean.valueOf(step.outcome())));
        return said;
    }

    /** @param step as its file names it, or null */
    record Decision(String route, String step, String outcome) {}
}
