package io.bactrian.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Does what was drawn up, each thing in its time, and has gateways that ended started again. */
final class Mischief implements AutoCloseable {

    /** The name of a deed that only ends another one. */
    static final String RELIEF = "relief";

    private static final long REVIVE_MS = 1_000;

    private final World world;
    private final Map<String, Integer> done = new TreeMap<>();
    /** One thread: no two deeds at a time, and no gateway is started while it is being ended. */
    private final ScheduledExecutorService hand = Executors.newSingleThreadScheduledExecutor();

    Mischief(World world) {
        this.world = world;
    }

    /** Does them all, and returns after the last one. */
    void run(List<Deed> deeds) throws InterruptedException, ExecutionException {
        Future<?> revival = hand.scheduleWithFixedDelay(
                () -> take(new Deed(Duration.ZERO, RELIEF, world::revive)), 0, REVIVE_MS, TimeUnit.MILLISECONDS);
        List<ScheduledFuture<?>> planned = deeds.stream()
                .<ScheduledFuture<?>>map(
                        deed -> hand.schedule(() -> take(deed), deed.at().toMillis(), TimeUnit.MILLISECONDS))
                .toList();
        for (ScheduledFuture<?> deed : planned) {
            deed.get();
        }
        revival.cancel(false);
        hand.submit(() -> {}).get();
    }

    private void take(Deed deed) {
        try {
            deed.step().take();
            if (!deed.name().equals(RELIEF)) {
                done.merge(deed.name(), 1, Integer::sum);
            }
        } catch (Exception e) {
            throw new IllegalStateException(deed.name() + " went wrong", e);
        }
    }

    /** How often each thing was done. */
    Map<String, Integer> done() {
        return done;
    }

    @Override
    public void close() {
        hand.shutdownNow();
    }
}
