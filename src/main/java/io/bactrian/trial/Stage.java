package io.bactrian.trial;

/** Plays a text through the flows without doing anything. */
public interface Stage {

    /**
     * @param candidate takes the place of the live file that has its name, or null for the flows as they are
     * @throws TrialRefused where the candidate cannot be tried
     */
    TrialResult play(Sample sample, Candidate candidate);

    /**
     * For many texts: making it costs a tenth of a second or two, a text a few milliseconds.
     *
     * @param candidate as above
     * @throws TrialRefused where the candidate cannot be tried
     */
    Rehearsal open(Candidate candidate);
}
