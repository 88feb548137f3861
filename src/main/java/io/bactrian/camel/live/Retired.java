package io.bactrian.camel.live;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Steps that nobody is led to any more. They run on until the last exchange has left them, however long a provider takes,
 * and for some seconds more, in which what an exchange leaves behind (a wire tap, what is done on completion) ends too.
 */
final class Retired {

    private static final Logger LOG = LoggerFactory.getLogger(Retired.class);

    private final long aftermathNs;
    private final List<Old> waiting = new ArrayList<>();
    private int edit;

    Retired(long aftermathNs) {
        this.aftermathNs = aftermathNs;
    }

    private static final class Old {
        private final int edit;
        private final boolean called;
        private final BooleanSupplier busy;
        private final Runnable end;
        private long emptySince = System.nanoTime();

        Old(int edit, boolean called, BooleanSupplier busy, Runnable end) {
            this.edit = edit;
            this.called = called;
            this.busy = busy;
            this.end = end;
        }
    }

    /** What is added from here on was retired by another edit. */
    synchronized void nextEdit() {
        edit++;
    }

    /**
     * @param called whether other steps that were retired by this edit or before may still call it
     * @param end is called once, when nothing can be in the steps any more
     */
    synchronized void add(boolean called, BooleanSupplier busy, Runnable end) {
        waiting.add(new Old(edit, called, busy, end));
    }

    void sweep() {
        ripe().forEach(Retired::end);
    }

    private synchronized List<Old> ripe() {
        long now = System.nanoTime();
        waiting.stream().filter(old -> old.busy.getAsBoolean()).forEach(old -> old.emptySince = now);
        int unripe = waiting.stream()
                .filter(old -> now - old.emptySince < aftermathNs)
                .mapToInt(old -> old.edit)
                .min()
                .orElse(Integer.MAX_VALUE);
        List<Old> ripe = waiting.stream()
                .filter(old -> now - old.emptySince >= aftermathNs)
                .filter(old -> !old.called || old.edit < unripe)
                .toList();
        waiting.removeAll(ripe);
        return ripe;
    }

    private static void end(Old old) {
        try {
            old.end.run();
        } catch (RuntimeException e) {
            LOG.warn(
                    "an old version of a route did not end well ({})",
                    e.getClass().getSimpleName());
        }
    }
}
