package io.bactrian.trial;

import io.bactrian.trace.TraceStep;
import io.bactrian.trial.Difference.Side;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** Where two plays of one text differ. */
record Divergence(String what, Side live, Side candidate) {

    private static final int MOST_EFFECTS = 20;

    static Optional<Divergence> of(TrialResult live, TrialResult candidate) {
        String what = what(live, candidate);
        if (what == null) {
            return Optional.empty();
        }
        int at = firstUnlike(live.steps(), candidate.steps());
        return Optional.of(new Divergence(what, side(live, at), side(candidate, at)));
    }

    private static String what(TrialResult live, TrialResult candidate) {
        if (!Objects.equals(live.failure(), candidate.failure())) {
            return "failure";
        }
        if (!areLike(live.effects(), candidate.effects())) {
            return "effects";
        }
        return Decisions.of(live.steps()).equals(Decisions.of(candidate.steps())) ? null : "path";
    }

    private static boolean areLike(List<Effect> some, List<Effect> others) {
        return some.size() == others.size()
                && IntStream.range(0, some.size()).allMatch(i -> some.get(i).isLike(others.get(i)));
    }

    private static int firstUnlike(List<TraceStep> some, List<TraceStep> others) {
        int both = Math.min(some.size(), others.size());
        return IntStream.range(0, both)
                .filter(i -> !key(some.get(i)).equals(key(others.get(i))))
                .findFirst()
                .orElse(both);
    }

    /** A decision is known by its place and by what came of it; its words may have been edited. */
    private static List<String> key(TraceStep step) {
        boolean decides = !Decisions.of(List.of(step)).isEmpty();
        return Arrays.asList(step.route(), step.step(), step.kind(), step.outcome(), decides ? null : step.says());
    }

    private static Side side(TrialResult result, int at) {
        TraceStep step = at < result.steps().size() ? result.steps().get(at) : null;
        return new Side(step, result.effects().stream().limit(MOST_EFFECTS).toList(), result.failure());
    }

    /** The same for texts that differ in the same way, whatever is in them. */
    List<Object> kind() {
        return Arrays.asList(what, kind(live), kind(candidate));
    }

    private static List<Object> kind(Side side) {
        return Arrays.asList(
                side.step() == null ? null : key(side.step()),
                side.effects().stream().map(Effect::on).toList(),
                side.failure());
    }
}
