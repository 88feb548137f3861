package io.bactrian.camel.trace;

import io.bactrian.trace.TraceStep;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.model.OptionalIdentifiedDefinition;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;

/**
 * What is known of a step before any message comes: its place, its words, and which values its expressions look at.
 *
 * @param group of the route, or empty
 * @param step the id that its file gives it, or null
 * @param looksAt what stands between {@code ${} and {@code }} in its expressions
 */
public record StepInfo(
        String route, String group, String step, String kind, String says, String note, List<Look> looksAt) {

    private static final Pattern TOKEN = Pattern.compile("\\$\\{((?:body|variable\\.\\w+)(?:\\.\\w+(?:\\(\\))?)*)}");

    public static StepInfo of(NamedNode node) {
        RouteDefinition route = ProcessorDefinitionHelper.getRoute(node);
        String says = Words.of(node);
        Set<String> looksAt = new LinkedHashSet<>();
        Matcher tokens = TOKEN.matcher(says == null ? "" : says);
        while (tokens.find()) {
            looksAt.add(tokens.group(1));
        }
        return new StepInfo(
                route == null ? null : route.getId(),
                route == null || route.getGroup() == null ? "" : route.getGroup(),
                named(node),
                node.getShortName(),
                says,
                note(node),
                looksAt.stream().map(Look::of).toList());
    }

    /** The branch of which a step is the first one, or null: the id of a choice's {@code when}, or {@code true} for a filter. */
    public static String branchBegunBy(NamedNode step) {
        return Words.branchBegunBy(step);
    }

    /** An id that Camel made up says nothing, and is another one at the next start. */
    private static String named(NamedNode node) {
        return node instanceof OptionalIdentifiedDefinition<?> step && step.hasCustomIdAssigned() ? step.getId() : null;
    }

    private static String note(NamedNode node) {
        String note = node instanceof OptionalIdentifiedDefinition<?> step ? step.getNote() : null;
        return note != null ? note : node.getDescriptionText();
    }

    /** What the step looks at, as it is now; the bodies are records that do not change, so they can be told later. */
    public Object[] seen(Exchange exchange) {
        Object[] seen = new Object[looksAt.size()];
        for (int i = 0; i < seen.length; i++) {
            seen[i] = looksAt.get(i).at(exchange);
        }
        return seen;
    }

    /** In words, with the values masked. */
    public TraceStep told(String outcome, Object[] seen) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < seen.length; i++) {
            values.put(looksAt.get(i).name(), looksAt.get(i).told(seen[i]));
        }
        return new TraceStep(route, step, kind, says, note, outcome, values.isEmpty() ? null : values);
    }
}
