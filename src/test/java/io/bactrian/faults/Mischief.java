package io.bactrian.faults;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/** Does what was drawn up, each thing in its time, and has gateways that ended started again. */
final class Mischief implements AutoCloseable {

    private static final long LOOK_MS = 50;
    private static final long REVIVE_MS = 1_000;

    private final World world;
    private final Deque<Deed> planned;
    private final Map<String, Integer> done = new TreeMap<>();
    private final CountDownLatch over;
    private volatile Exception failure;
    /** One thread: no two deeds at a time, and no gateway is started while it is being ended. */
    private final ScheduledExecutorService hand = Executors.newSingleThreadScheduledExecutor();

    Mischief(World world, List<Deed> deeds) {
        this.world = world;
        this.planned = new ArrayDeque<>(deeds);
        this.over = new CountDownLatch(
                1 + (int) deeds.stream().filter(deed -> deed.relief() != null).count());
    }

    /** @param progress of the traffic, from 0 to 1 */
    void begin(DoubleSupplier progress) {
        hand.scheduleWithFixedDelay(() -> take(world::revive), 0, REVIVE_MS, TimeUnit.MILLISECONDS);
        hand.scheduleWithFixedDelay(() -> look(progress.getAsDouble()), 0, LOOK_MS, TimeUnit.MILLISECONDS);
    }

    private void look(double progress) {
        while (!planned.isEmpty() && planned.peek().at() <= progress) {
            begin(planned.remove());
        }
        if (planned.isEmpty() && over.getCount() == 1) {
            over.countDown();
        }
    }

    private void begin(Deed deed) {
        take(deed.step());
        done.merge(deed.name(), 1, Integer::sum);
        if (deed.relief() != null) {
            hand.schedule(() -> end(deed), deed.lasting().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void end(Deed deed) {
        take(deed.relief());
        over.countDown();
    }

    private void take(Deed.Step step) {
        try {
            step.take();
        } catch (Exception e) {
            failure = e;
        }
    }

    /** Comes back when the last deed is over, and gives how often each kind was done. */
    Map<String, Integer> finish() throws Exception {
        over.await();
        if (failure != null) {
            throw failure;
        }
        hand.shutdown();
        hand.awaitTermination(1, TimeUnit.MINUTES);
        return done;
    }

    @Override
    public void close() {
        hand.shutdownNow();
    }
}
