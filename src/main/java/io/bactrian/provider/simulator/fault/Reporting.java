package io.bactrian.provider.simulator.fault;

import java.time.Duration;

/** What befalls the reports of one message. */
public final class Reporting {

    /** Each one is posted once, in order. */
    public static final Reporting POLITE = new Reporting(CallbackFaults.NONE, 0, 0, CallbackFault.NONE);

    /** More reports than a message ever has. */
    private static final int ROOM = 16;

    private final CallbackFaults faults;
    private final long seed;
    private final long number;
    private final CallbackFault whole;
    private final CallbackFault each;

    private Reporting(CallbackFaults faults, long seed, long number, CallbackFault forced) {
        this.faults = faults;
        this.seed = seed;
        this.number = number;
        this.each = forced.isOfTheWholeMessage() ? CallbackFault.NONE : forced;
        this.whole = forced == CallbackFault.NONE
                ? new Draw(seed, Draw.Stream.MESSAGE, number).of(faults.sharesOfAMessage(), CallbackFault.NONE)
                : forced;
    }

    /** @param forced what befalls them in any case, or {@link CallbackFault#NONE} to let chance decide */
    static Reporting of(CallbackFaults faults, long seed, long number, CallbackFault forced) {
        boolean polite = forced == CallbackFault.NONE && faults.arePolite();
        return polite ? POLITE : new Reporting(faults, seed, number, forced);
    }

    /** Whether the first report is to be posted before the create call is answered. */
    public boolean isEarly() {
        return whole == CallbackFault.EARLY;
    }

    /** Whether all are kept until the last one is there, and posted the other way round. */
    public boolean isReverse() {
        return whole == CallbackFault.REVERSE;
    }

    /** What befalls the n-th report, counted from 0. */
    public CallbackFault ofReport(int n) {
        if (whole != CallbackFault.NONE) {
            return each;
        }
        return draw(n).of(faults.sharesOfAReport(), CallbackFault.NONE);
    }

    /** How late the n-th report is posted, where it is delayed. */
    public Duration delay(int n) {
        Draw draw = draw(n);
        draw.happens(1); // the first choice was whether
        return draw.between(faults.delayBy(), faults.jitter());
    }

    private Draw draw(int n) {
        return new Draw(seed, Draw.Stream.REPORT, number * ROOM + n);
    }
}
