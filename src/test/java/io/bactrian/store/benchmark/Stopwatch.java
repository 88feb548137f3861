package io.bactrian.store.benchmark;

import io.bactrian.domain.StoreException;
import java.util.Arrays;
import java.util.concurrent.Callable;

/** Calls something again and again and prints how long it took, in milliseconds, or how the store failed. */
final class Stopwatch {

    private final int warmUp;
    private final int times;

    Stopwatch(int warmUp, int times) {
        this.warmUp = warmUp;
        this.times = times;
    }

    void measure(String what, Callable<?> call) throws Exception {
        try {
            double[] ms = timed(call);
            System.out.printf(
                    "| %s | %.2f | %.2f | %.2f |%n", what, ms[times / 2], ms[(int) (times * 0.99)], ms[times - 1]);
        } catch (StoreException e) {
            System.out.printf("| %s | %s | | |%n", what, e.getMessage());
        }
    }

    private double[] timed(Callable<?> call) throws Exception {
        for (int i = 0; i < warmUp; i++) {
            call.call();
        }
        double[] ms = new double[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            call.call();
            ms[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(ms);
        return ms;
    }
}
