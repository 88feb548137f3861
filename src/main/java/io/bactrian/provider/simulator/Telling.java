package io.bactrian.provider.simulator;

import io.bactrian.provider.simulator.fault.Reporting;
import java.util.ArrayList;
import java.util.List;

/** What the world is still to be told of one message. */
final class Telling {

    private final Reporting reporting;
    private final Runnable over;
    private final List<SimulatedMessage> kept = new ArrayList<>();
    private boolean walking = true;
    private boolean stopped;
    private int reports;
    private int open = 1;

    /** @param over runs once, when the message has come to its end and nothing is left to be told */
    Telling(Reporting reporting, Runnable over) {
        this.reporting = reporting;
        this.over = over;
    }

    Reporting reporting() {
        return reporting;
    }

    /** The number of the next report, from 0. */
    synchronized int nextReport() {
        return reports++;
    }

    /** A report that is to come after others. */
    synchronized void keep(SimulatedMessage report) {
        kept.add(0, report);
    }

    /** What was kept, the last one first, or nothing; it is not kept any more. */
    synchronized List<SimulatedMessage> release() {
        List<SimulatedMessage> released = List.copyOf(kept);
        kept.clear();
        return released;
    }

    /** A report is under way. */
    synchronized void begin() {
        open++;
    }

    /** It was taken, or given up. */
    synchronized void end() {
        open--;
        if (open == 0 && !stopped) {
            over.run();
        }
    }

    /** Whether the message came to its end just now, and not before. */
    synchronized boolean endWalk() {
        boolean was = walking;
        walking = false;
        return was;
    }

    /** Nothing more is to be told, and nothing is waited for. */
    synchronized void stop() {
        if (open > 0 && !stopped) {
            over.run();
        }
        stopped = true;
        kept.clear();
    }

    synchronized boolean isStopped() {
        return stopped;
    }
}
