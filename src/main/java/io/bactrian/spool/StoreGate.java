package io.bactrian.spool;

import io.bactrian.domain.StoreException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whether the store is known to be away, so that a webhook need not find out by time-outs of its own. A failure closes
 * the gate; the drain, which tries again every second, opens it. Where the drain itself cannot work, it opens by time.
 */
@Component("storeGate")
public class StoreGate {

    private static final long LONGEST_CLOSED_NS = TimeUnit.SECONDS.toNanos(10);
    private static final Logger LOG = LoggerFactory.getLogger(StoreGate.class);

    private final LongSupplier nanos;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile long closedAt;

    public StoreGate() {
        this(System::nanoTime);
    }

    /** @param nanos a clock that never goes back */
    StoreGate(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** @throws StoreException while the store is known to be away */
    public void enter() {
        if (isAway()) {
            throw new StoreException("the gate", "known to be away", true, null);
        }
    }

    public boolean isAway() {
        return closed.get() && nanos.getAsLong() - closedAt < LONGEST_CLOSED_NS;
    }

    /** The store was found away. */
    public void close() {
        closedAt = nanos.getAsLong();
        if (closed.compareAndSet(false, true)) {
            LOG.warn("the store is away; what comes in goes to the spool");
        }
    }

    /** The store did what it was asked. */
    public void open() {
        if (closed.compareAndSet(true, false)) {
            LOG.info("the store is back");
        }
    }
}
