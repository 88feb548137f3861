package io.bactrian.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Token buckets by name, full at first, that go by the clock that everything goes by. */
public final class Buckets {

    /** A rate has two decimals at the most. */
    private static final int HUNDREDTHS = 100;

    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    /** @param most how many there are; the one that is longest unused goes first, and would be full again */
    public Buckets(Clock clock, int most) {
        this.time = new ClockTime(clock);
        this.buckets = Caffeine.newBuilder().maximumSize(most).build();
    }

    /**
     * @param perSecond how many tokens come back in a second
     * @param seconds in how many an empty bucket is full; it holds one token at the least
     */
    public Bucket of(String name, double perSecond, double seconds) {
        return buckets.get(name, any -> make(perSecond, seconds));
    }

    private Bucket make(double perSecond, double seconds) {
        long capacity = (long) Math.max(1, Math.ceil(perSecond * seconds));
        long hundredths = Math.max(1, Math.round(perSecond * HUNDREDTHS));
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(hundredths, Duration.ofSeconds(HUNDREDTHS)))
                .withCustomTimePrecision(time)
                .build();
    }

    /** After how long there is a token again. */
    public static Duration wait(Bucket bucket) {
        return Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    private record ClockTime(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
