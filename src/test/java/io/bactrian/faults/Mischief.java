package io.bactrian.faults;

import java.io.IOException;
import java.time.Duration;
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
    private final Climate climate;
    private final Duration spell;
    private final Deque<Deed> planned;
    private final Map<String, Integer> done = new TreeMap<>();
    private final CountDownLatch over;
    private volatile Exception failure;
    /** One thread: no two deeds at a time, and no gateway is started while it is being ended. */
    private final ScheduledExecutorService hand = Executors.newSingleThreadScheduledExecutor();

    /**
     * @param deeds in the order of their time
     * @param spell how long each weather lasts
     */
    Mischief(World world, List<Deed> deeds, Climate climate, Duration spell) {
        this.world = world;
        this.climate = climate;
        this.spell = spell;
        this.planned = new ArrayDeque<>(deeds);
        this.over = new CountDownLatch(
                1 + (int) deeds.stream().filter(deed -> deed.relief() != null).count());
    }

    /** @param progress of the traffic, from 0 to 1 */
    void begin(DoubleSupplier progress) {
        hand.scheduleWithFixedDelay(() -> take(world::revive), 0, REVIVE_MS, TimeUnit.MILLISECONDS);
        hand.scheduleWithFixedDelay(() -> take(this::changeWeather), 0, spell.toMillis(), TimeUnit.MILLISECONDS);
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

    private void changeWeather() throws IOException {
        count("the provider is " + climate.change());
    }

    private void count(String name) {
        done.merge(name, 1, Integer::sum);
    }

    private void begin(Deed deed) {
        take(deed.step());
        count(deed.name());
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
