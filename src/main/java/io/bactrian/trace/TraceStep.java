package io.bactrian.trace;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * One decision of a route, or a call that led on to another; never with a number or a text of the message in it.
 *
 * @param route the id of the route
 * @param step the id of the step
 * @param kind the step's name in YAML: {@code choice}, {@code filter}, {@code to}, {@code setVariable}; or {@code failure}
 * @param says the step's own words: where it leads, or the expressions that it decides by
 * @param note its description or note in the file, or null
 * @param outcome what came of it: the branch that was taken, {@code true} or {@code false}, or the masked answer of a call
 * @param values what the decision was made by, masked, under the names that the expressions have for it; or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TraceStep(
        String route, String step, String kind, String says, String note, String outcome, Map<String, String> values) {}
