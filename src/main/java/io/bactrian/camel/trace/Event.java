package io.bactrian.camel.trace;

import io.bactrian.trace.Masked;
import io.bactrian.trace.TraceStep;

/** A decision while it is being made, and until it is put into words. */
final class Event {

    private final StepInfo step;
    private final Object[] seen;
    private Object outcome;
    private boolean known;

    Event(StepInfo step, Object[] seen) {
        this.step = step;
        this.seen = seen;
    }

    /** @param branch the id of the branch that was taken, or whether a filter let it through */
    void took(String branch) {
        end(branch);
    }

    private void end(Object branch) {
        outcome = branch;
        known = true;
    }

    /** @param value masked when it is told */
    void gave(Object value) {
        end(new Given(value));
    }

    TraceStep told() {
        String said = !known ? null : outcome instanceof Given given ? Masked.of(given.value()) : outcome.toString();
        return step.told(said, seen);
    }

    private record Given(Object value) {}
}
