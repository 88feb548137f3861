package io.bactrian.statistics;

import java.util.Map;
import java.util.TreeMap;

/**
 * How long messages took, in milliseconds, exact to a few per cent.
 *
 * @param count how many messages this tells of
 * @param p50 half of them took no longer; null where there are none
 * @param p95 95 of 100 took no longer
 * @param p99 99 of 100 took no longer
 */
public record Latency(long count, Long p50, Long p95, Long p99) {

    /** Each bucket reaches this much further than the one before. */
    public static final double STEP = 1.05;

    /** @param buckets how many messages there are in each: bucket n begins at STEP to the power of n milliseconds */
    public static Latency of(Map<Integer, Long> buckets) {
        TreeMap<Integer, Long> sorted = new TreeMap<>(buckets);
        long count = sorted.values().stream().mapToLong(Long::longValue).sum();
        return new Latency(count, at(sorted, count, 50), at(sorted, count, 95), at(sorted, count, 99));
    }

    /** The bucket of a time. */
    public static int bucket(long milliseconds) {
        return (int) Math.floor(Math.log(Math.max(1, milliseconds)) / Math.log(STEP));
    }

    private static Long at(TreeMap<Integer, Long> sorted, long count, int percent) {
        long rank = (count * percent + 99) / 100;
        long passed = 0;
        for (Map.Entry<Integer, Long> bucket : sorted.entrySet()) {
            passed += bucket.getValue();
            if (passed >= rank) {
                return Math.round(Math.pow(STEP, bucket.getKey() + 0.5));
            }
        }
        return null;
    }
}
