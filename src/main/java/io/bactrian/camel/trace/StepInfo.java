package io.bactrian.camel.trace;

import io.bactrian.trace.Masked;
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
 * @param looksAt what stands between {@code ${} and {@code }} in its expressions: {@code body.isRegistered}
 */
public record StepInfo(
        String route, String group, String step, String kind, String says, String note, List<String> looksAt) {

    private static final Pattern TOKEN = Pattern.compile("\\$\\{((?:body|variable\\.\\w+)(?:\\.\\w+(?:\\(\\))?)*)}");
    private static final Pattern VARIABLE = Pattern.compile("variable\\.(\\w+)\\.?(.*)");

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
                List.copyOf(looksAt));
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
            String path = looksAt.get(i);
            seen[i] = path.startsWith("body") ? exchange.getMessage().getBody() : exchange.getVariable(variable(path));
        }
        return seen;
    }

    private static String variable(String path) {
        int end = path.indexOf('.', 9);
        return path.substring(9, end < 0 ? path.length() : end);
    }

    /** In words, with the values masked. */
    public TraceStep told(String outcome, Object[] seen) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < seen.length; i++) {
            values.put(looksAt.get(i), masked(looksAt.get(i), seen[i]));
        }
        return new TraceStep(route, step, kind, says, note, outcome, values.isEmpty() ? null : values);
    }

    private static String masked(String path, Object value) {
        Matcher variable = VARIABLE.matcher(path);
        String rest = variable.matches() ? variable.group(2) : path.replaceFirst("^body\\.?", "");
        return Masked.at(value, rest);
    }
}
