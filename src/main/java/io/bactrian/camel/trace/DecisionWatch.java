package io.bactrian.camel.trace;

import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.model.ChoiceDefinition;
import org.apache.camel.model.FilterDefinition;
import org.apache.camel.model.SetVariableDefinition;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.model.ToDynamicDefinition;
import org.apache.camel.model.language.MethodCallExpression;
import org.apache.camel.spi.InterceptStrategy;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Stands around the steps that decide, and around no other: choices and filters, calls of other routes, variables that a
 * bean decides. It is set up when a route is built, so that a step that is not watched costs nothing
 * (docs/decisions/0020-why-a-message-went-there.md).
 */
@Component
@ConditionalOnProperty(name = "sms.trace.enabled", havingValue = "true", matchIfMissing = true)
public final class DecisionWatch implements InterceptStrategy {

    /** What the store's ports tell beside the body; whatever else happens inside an adapter decides nothing. */
    private static final Set<String> TOLD_BY_PORTS = Set.of("duplicate", "doubled");

    private final Recording recording;

    public DecisionWatch(Recording recording) {
        this.recording = recording;
    }

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode definition, Processor target, Processor nextTarget) {
        StepInfo step = StepInfo.of(definition);
        boolean adapter = step.group().startsWith("store/") || step.group().startsWith("provider/");
        return adapter
                ? ofAdapter(definition, step, target)
                : firstOfBranch(definition, ofFlow(definition, step, target));
    }

    private Processor ofAdapter(NamedNode definition, StepInfo step, Processor target) {
        return definition instanceof SetVariableDefinition set && TOLD_BY_PORTS.contains(set.getName())
                ? new StepWatch(target, step, recording, set.getName())
                : target;
    }

    private Processor ofFlow(NamedNode definition, StepInfo step, Processor target) {
        if (definition instanceof ChoiceDefinition || definition instanceof FilterDefinition) {
            return new BranchWatch(target, step, recording, definition instanceof FilterDefinition ? "false" : "none");
        }
        if (definition instanceof SetVariableDefinition set && set.getExpression() instanceof MethodCallExpression) {
            return new StepWatch(target, step, recording, set.getName());
        }
        return calls(step) ? new StepWatch(target, step, recording, answer(definition)) : target;
    }

    private static boolean calls(StepInfo step) {
        boolean route = step.says() != null && step.says().matches("(direct:|seda:|\\$\\{).*");
        return route && List.of("to", "toD", "toDynamic").contains(step.kind());
    }

    private static String answer(NamedNode definition) {
        return definition instanceof ToDefinition to
                ? to.getVariableReceive()
                : definition instanceof ToDynamicDefinition dynamic ? dynamic.getVariableReceive() : null;
    }

    /** The first step of a branch says that it was taken. */
    private static Processor firstOfBranch(NamedNode definition, Processor target) {
        String branch = Words.branchBegunBy(definition);
        return branch == null ? target : new BranchEntry(target, branch);
    }
}
