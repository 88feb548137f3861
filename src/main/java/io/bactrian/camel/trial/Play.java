package io.bactrian.camel.trial;

import io.bactrian.trace.TraceStep;
import io.bactrian.trial.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What happens in one trial, and when it has been enough. */
final class Play {

    static final int MOST_STEPS = 300;

    private final List<TraceStep> steps = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private boolean over;

    /**
     * @return its place, to be told more of later
     * @throws TrialOver where it has been enough
     */
    synchronized int begin(TraceStep step) {
        if (over || steps.size() == MOST_STEPS) {
            over = true;
            throw new TrialOver();
        }
        steps.add(step);
        return steps.size() - 1;
    }

    synchronized void change(int place, UnaryOperator<TraceStep> change) {
        if (!over) {
            steps.set(place, change.apply(steps.get(place)));
        }
    }

    synchronized void would(String on, Object with) {
        if (!over) {
            effects.add(new Effect(steps.size(), on, Summary.of(with), Content.of(with)));
        }
    }

    synchronized boolean isOver() {
        return over;
    }

    synchronized void end() {
        over = true;
    }

    synchronized List<TraceStep> steps() {
        return List.copyOf(steps);
    }

    synchronized List<Effect> effects() {
        return List.copyOf(effects);
    }

    /** The steps or the time that a trial has are used up. */
    static final class TrialOver extends RuntimeException {

        static final String WHY = "the trial has used up its steps, its time or its room";

        TrialOver() {
            super(WHY, null, false, false);
        }
    }
}
