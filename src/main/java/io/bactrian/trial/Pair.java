package io.bactrian.trial;

import java.util.Optional;

/** The flows as they run, and with the candidate among them; opened anew where the live ones were edited, or one was cut off. */
final class Pair implements AutoCloseable {

    private static final int MOST_CUT_OFF = 3;

    private final Stage stage;
    private final Candidate candidate;
    private Rehearsal live;
    private Rehearsal other;
    private int cutOff;

    /** @throws TrialRefused where the candidate cannot be tried */
    Pair(Stage stage, Candidate candidate) {
        this.stage = stage;
        this.candidate = candidate;
        open();
    }

    private void open() {
        other = stage.open(candidate);
        try {
            live = stage.open(null);
        } catch (RuntimeException e) {
            other.close();
            throw e;
        }
    }

    String file() {
        return other.candidate();
    }

    /** @throws TrialRefused where the live flows were edited, and the candidate does not fit to them any more */
    void refresh() {
        if (live.isOutdated() || live.wasCutOff() || other.wasCutOff()) {
            close();
            open();
        }
    }

    TrialResult live(Sample sample) {
        return live.play(sample);
    }

    /** Nothing where they would do the same. */
    Optional<Divergence> compare(TrialResult asNow, Sample sample) {
        TrialResult then = other.play(sample);
        cutOff += other.wasCutOff() ? 1 : 0;
        return Divergence.of(asNow, then);
    }

    boolean isHopeless() {
        return cutOff >= MOST_CUT_OFF;
    }

    @Override
    public void close() {
        live.close();
        other.close();
    }
}
