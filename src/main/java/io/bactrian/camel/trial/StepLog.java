package io.bactrian.camel.trial;

import io.bactrian.camel.trace.StepInfo;
import io.bactrian.trace.Masked;
import io.bactrian.trace.TraceStep;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.model.ChoiceDefinition;
import org.apache.camel.model.FilterDefinition;
import org.apache.camel.model.LogDefinition;
import org.apache.camel.model.SetVariableDefinition;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/** Writes down every step of a trial, and keeps it within its bounds. Nothing is said in the log. */
final class StepLog implements InterceptStrategy {

    private static final String DECIDING = "bactrian.trial.deciding";
    private static final int LONGEST_TEXT = 65_536;

    private final Scene scene;

    StepLog(Scene scene) {
        this.scene = scene;
    }

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode definition, Processor target, Processor nextTarget) {
        StepInfo step = StepInfo.of(definition);
        Processor quiet = definition instanceof LogDefinition ? exchange -> {} : target;
        return new Logged(quiet, definition, step, StepInfo.branchBegunBy(definition));
    }

    private final class Logged extends DelegateAsyncProcessor {

        private final NamedNode definition;
        private final StepInfo step;
        private final String branch;

        Logged(Processor target, NamedNode definition, StepInfo step, String branch) {
            super(target);
            this.definition = definition;
            this.step = step;
            this.branch = branch;
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            int place;
            try {
                refuseBulk(exchange);
                place = scene.play().begin(step.told(null, step.seen(exchange)));
            } catch (Play.TrialOver over) {
                exchange.setException(over);
                callback.done(true);
                return true;
            }
            if (branch != null && exchange.getProperty(DECIDING) instanceof Integer deciding) {
                outcome(deciding, branch);
            }
            if (definition instanceof ChoiceDefinition || definition instanceof FilterDefinition) {
                outcome(place, definition instanceof FilterDefinition ? "false" : "none");
                exchange.setProperty(DECIDING, place);
            }
            return super.process(exchange, done -> {
                if (definition instanceof SetVariableDefinition set) {
                    outcome(place, Masked.of(exchange.getVariable(set.getName())));
                }
                callback.done(done);
            });
        }

        private void outcome(int place, String outcome) {
            scene.play()
                    .change(
                            place,
                            told -> new TraceStep(
                                    told.route(),
                                    told.step(),
                                    told.kind(),
                                    told.says(),
                                    told.note(),
                                    outcome,
                                    told.values()));
        }
    }

    /** A route may double a text again and again. */
    private void refuseBulk(Exchange exchange) {
        if (isBulk(exchange.getMessage().getBody())
                || isBulk(exchange.getVariables())
                || isBulk(exchange.getMessage().getHeaders())) {
            scene.play().end();
            throw new Play.TrialOver();
        }
    }

    private static boolean isBulk(Object body) {
        return body instanceof CharSequence text && text.length() > LONGEST_TEXT;
    }

    private static boolean isBulk(Map<String, Object> values) {
        return values != null
                && values.values().stream().filter(Objects::nonNull).anyMatch(StepLog::isBulk);
    }
}
