package io.bactrian.camel.trace;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.camel.NamedNode;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.model.ChoiceDefinition;
import org.apache.camel.model.ExpressionNode;
import org.apache.camel.model.FilterDefinition;
import org.apache.camel.model.OtherwiseDefinition;
import org.apache.camel.model.SendDefinition;
import org.apache.camel.model.SetVariableDefinition;
import org.apache.camel.model.ToDynamicDefinition;
import org.apache.camel.model.WhenDefinition;
import org.apache.camel.model.language.ExpressionDefinition;
import org.apache.camel.model.language.MethodCallExpression;

/** What a step says in its file, in one line. */
final class Words {

    private Words() {}

    /** Null where it says nothing that matters here. */
    static String of(NamedNode node) {
        if (node instanceof ChoiceDefinition choice) {
            List<WhenDefinition> branches = choice.getWhenClauses();
            return branches.stream()
                    .map(when -> when.getId() + ": " + expression(when.getExpression()))
                    .collect(Collectors.joining("; "));
        }
        if (node instanceof SetVariableDefinition set) {
            return set.getName() + " = " + expression(set.getExpression());
        }
        if (node instanceof ExpressionNode step) {
            return expression(step.getExpression());
        }
        if (node instanceof BeanDefinition bean) {
            return bean.getRef() + "." + bean.getMethod();
        }
        return node instanceof ToDynamicDefinition dynamic
                ? dynamic.getUri()
                : node instanceof SendDefinition<?> send ? address(send.getUri()) : null;
    }

    /** Without its options, which may hold what nobody else is to see. */
    private static String address(String uri) {
        return uri == null ? null : uri.replaceFirst("\\?.*", "");
    }

    /** The branch of which this is the first step, or null: a choice's {@code when}, or {@code true} for a filter. */
    static String branchBegunBy(NamedNode step) {
        NamedNode parent = step.getParent();
        if (parent instanceof FilterDefinition filter) {
            return isFirst(step, filter.getOutputs()) ? "true" : null;
        }
        if (parent instanceof WhenDefinition when) {
            return isFirst(step, when.getOutputs()) ? when.getId() : null;
        }
        if (parent instanceof OtherwiseDefinition otherwise) {
            return isFirst(step, otherwise.getOutputs()) ? otherwise.getId() : null;
        }
        return parent instanceof ChoiceDefinition choice ? branchBegunBy(step, choice) : null;
    }

    private static String branchBegunBy(NamedNode step, ChoiceDefinition choice) {
        OtherwiseDefinition otherwise = choice.getOtherwise();
        return choice.getWhenClauses().stream()
                .filter(when -> isFirst(step, when.getOutputs()))
                .map(WhenDefinition::getId)
                .findFirst()
                .orElseGet(() -> otherwise != null && isFirst(step, otherwise.getOutputs()) ? otherwise.getId() : null);
    }

    private static boolean isFirst(NamedNode step, List<?> steps) {
        return !steps.isEmpty() && steps.get(0) == step;
    }

    private static String expression(ExpressionDefinition expression) {
        if (expression instanceof MethodCallExpression call) {
            return call.getRef() + "." + call.getMethod();
        }
        return expression == null ? null : expression.getExpression();
    }
}
