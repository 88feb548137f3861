package io.bactrian.camel.live;

import io.bactrian.routecheck.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.model.ChoiceDefinition;
import org.apache.camel.model.EndpointRequiredDefinition;
import org.apache.camel.model.ExpressionNode;
import org.apache.camel.model.FilterDefinition;
import org.apache.camel.model.LoopDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDynamicDefinition;
import org.apache.camel.model.ValidateDefinition;
import org.apache.camel.model.language.ExpressionDefinition;
import org.apache.camel.model.language.MethodCallExpression;

/** Tries each step of a route by itself, so that what is wrong is told by its line, and all of it at once. */
final class StepTrial {

    private final CamelContext camel;
    private final BeanCalls calls;

    StepTrial(CamelContext camel, BeanTypes beans) {
        this.camel = camel;
        this.calls = new BeanCalls(beans);
    }

    List<Finding> findings(String path, RouteDefinition route) {
        List<Finding> findings = new ArrayList<>();
        endpoint(route.getInput().getEndpointUri())
                .map(problem -> new Finding(path, route.getInput().getLineNumber(), problem))
                .ifPresent(findings::add);
        for (ProcessorDefinition<?> step : steps(route)) {
            problem(step)
                    .map(problem -> new Finding(path, step.getLineNumber(), problem))
                    .ifPresent(findings::add);
            if (step instanceof ChoiceDefinition choice) {
                choice.getWhenClauses().forEach(when -> expression(when.getExpression(), true)
                        .map(problem -> new Finding(path, when.getLineNumber(), problem))
                        .ifPresent(findings::add));
            }
        }
        return findings;
    }

    @SuppressWarnings("rawtypes")
    private static List<ProcessorDefinition<?>> steps(RouteDefinition route) {
        Collection<ProcessorDefinition> all =
                ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), ProcessorDefinition.class);
        List<ProcessorDefinition<?>> steps = new ArrayList<>();
        all.forEach(steps::add);
        return steps;
    }

    private Optional<String> problem(ProcessorDefinition<?> step) {
        if (step instanceof BeanDefinition bean) {
            return calls.problem(bean);
        }
        if (step instanceof ToDynamicDefinition dynamic) {
            return component(dynamic.getUri());
        }
        if (step instanceof EndpointRequiredDefinition target) {
            return endpoint(target.getEndpointUri());
        }
        return step instanceof ExpressionNode node && node.getExpression() != null
                ? expression(node.getExpression(), asks(step))
                : Optional.empty();
    }

    private static boolean asks(ProcessorDefinition<?> step) {
        return step instanceof FilterDefinition
                || step instanceof ValidateDefinition
                || step instanceof LoopDefinition loop && Boolean.parseBoolean(loop.getDoWhile());
    }

    private Optional<String> expression(ExpressionDefinition expression, boolean predicate) {
        if (expression instanceof MethodCallExpression call) {
            return calls.problem(call);
        }
        try {
            if (predicate) {
                expression.createPredicate(camel);
            } else {
                expression.createExpression(camel);
            }
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(Words.of(e));
        }
    }

    private Optional<String> endpoint(String uri) {
        try {
            camel.getEndpoint(uri);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(Words.of(e));
        }
    }

    /** Of an address that is computed only the beginning is known. */
    private Optional<String> component(String uri) {
        String scheme = uri == null || !uri.contains(":") ? "" : uri.substring(0, uri.indexOf(':'));
        if (scheme.isEmpty() || scheme.contains("$") || scheme.contains("{{")) {
            return Optional.empty();
        }
        return camel.getComponent(scheme) == null
                ? Optional.of("there is no component `" + scheme + "`: correct the uri")
                : Optional.empty();
    }
}
