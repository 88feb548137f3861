package io.bactrian.provider.simulator.fault;

import java.util.stream.DoubleStream;

/** Probabilities of things that exclude one another. */
final class Shares {

    static final String TOO_MUCH = "the shares of what excludes one another add up to more than 1";

    /** Ten tenths are a little more than 1 in binary. */
    private static final double ROUNDING = 1e-9;

    private Shares() {}

    /** Whether they can all be; one that is no share at all is another rule's to name. */
    static boolean fit(double... shares) {
        return DoubleStream.of(shares).filter(share -> share <= 1).sum() <= 1 + ROUNDING;
    }
}
