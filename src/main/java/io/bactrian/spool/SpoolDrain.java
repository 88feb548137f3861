package io.bactrian.spool;

import io.bactrian.domain.StoreException;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Which of the spooled records are taken up next. Works in rounds: the oldest record of each key at the same time, so
 * that those of one phone number or one message keep their order. A round that reaches nothing ends the tick.
 */
@Component("spoolDrain")
public class SpoolDrain {

    /** As large as a group of the store's. */
    private static final int ROUND = 500;

    /** Enough that one record for which the store always fails does not pass for a store that is away. */
    private static final int PROBE = 16;

    /** How often the store may be away for one record while it is there for others. */
    private static final int MOST_REFUSALS = 30;

    /** A stop waits 30 s for work in progress. */
    private static final long LONGEST_TICK_NS = TimeUnit.SECONDS.toNanos(10);

    private final Spool spool;
    private final StoreGate gate;
    private final Set<Object> held = Collections.synchronizedSet(new HashSet<>());
    private final Set<SpooledWork> refused = Collections.synchronizedSet(new HashSet<>());
    private final Map<SpooledWork, Integer> refusals = Collections.synchronizedMap(new HashMap<>());
    private List<SpooledWork> round = List.of();
    private volatile boolean reached;
    private long begun;

    SpoolDrain(Spool spool, StoreGate gate) {
        this.spool = spool;
        this.gate = gate;
    }

    /** A tick begins. */
    public void begin() {
        begun = System.nanoTime();
        held.clear();
        reached = true;
    }

    /** Whether there is another round in this tick, which is then {@link #round}. */
    public boolean goesOn() throws IOException {
        round = reached && System.nanoTime() - begun < LONGEST_TICK_NS
                ? spool.oldestOfEach(gate.isAway() ? PROBE : ROUND, held)
                : List.of();
        reached = false;
        refused.clear();
        return !round.isEmpty();
    }

    public List<SpooledWork> round() {
        return round;
    }

    /**
     * The job, for its flow.
     *
     * @throws IllegalStateException where it could not be read
     */
    public Object job(SpooledWork work) {
        if (work.kind().endpoint() == null) {
            throw new IllegalStateException("a spooled record cannot be read");
        }
        return work.job();
    }

    /** The work needs nothing more. */
    public void done(SpooledWork work) {
        reached = true;
        refusals.remove(work);
        spool.done(work);
    }

    /**
     * The work waits for the store, and what has the same key waits behind it, until the next tick; or else it is given
     * up, which holds up nobody.
     *
     * @return true where it is given up
     */
    public boolean failed(SpooledWork work, Throwable failure) {
        if (!isAway(failure) || refusals.getOrDefault(work, 0) >= MOST_REFUSALS) {
            return true;
        }
        held.add(work.key());
        refused.add(work);
        return false;
    }

    private static boolean isAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreException store) {
                return store.isUnavailable();
            }
        }
        return false;
    }

    /** A round ends: the store is there if it did anything at all. */
    public void end() {
        if (reached) {
            gate.open();
            refused.forEach(work -> refusals.merge(work, 1, Integer::sum));
        } else if (!refused.isEmpty()) {
            gate.close();
        }
    }
}
