package io.bactrian.trial;

/** The flows as they were when it was opened, with or without a candidate, in which one text after the other is played. */
public interface Rehearsal extends AutoCloseable {

    /** The candidate's file below the routes folder, or null where there is none. */
    String candidate();

    /** One at a time; not after one was cut off. */
    TrialResult play(Sample sample);

    /** Whether a text did not end in its time. What it computes may go on for a while, so nothing more is to be played. */
    boolean wasCutOff();

    /** Whether the flows that run are others by now. */
    boolean isOutdated();

    @Override
    void close();
}
