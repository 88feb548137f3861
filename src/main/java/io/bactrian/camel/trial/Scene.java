package io.bactrian.camel.trial;

import io.bactrian.trial.Sample;

/** What is being played in a theatre now, for those that stand in. */
final class Scene {

    private volatile Sample sample;
    private volatile Play play = new Play();

    Play begin(Sample next) {
        Play begun = new Play();
        sample = next;
        play = begun;
        return begun;
    }

    Sample sample() {
        return sample;
    }

    Play play() {
        return play;
    }
}
