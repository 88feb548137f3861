package io.bactrian.turns;

import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.limits.Buckets;
import io.bactrian.segments.Segments;
import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * How much each sender may still send. A message may go while anything is left, and takes its segments, also those that
 * are not left: the next one waits until they are paid back. So a long message is never overtaken by short ones for its
 * length, and over time no sender is faster than its rate. What is known here is known to this instance alone.
 */
@Component
public class SenderRates {

    private static final int SENDERS = 10_000;

    private final RateSettings settings;
    private final Clock clock;
    private final Counter held;
    private final Buckets buckets;

    public SenderRates(RateSettings settings, Clock clock, MeterRegistry meters) {
        this.settings = settings;
        this.clock = clock;
        this.buckets = new Buckets(clock, SENDERS);
        this.held = Counter.builder("sms.rate.held")
                .description("How often a claim has left messages because their sender was at its rate")
                .register(meters);
    }

    /** How many messages may go, each of one segment; none where the sender is at its rate. */
    int left(PhoneNumber sender) {
        Bucket bucket = bucket(sender);
        return bucket == null ? Integer.MAX_VALUE : (int) Math.max(0, bucket.getAvailableTokens());
    }

    /** Whether it may go now; then it has been charged. */
    synchronized boolean take(OutgoingMessage message) {
        Bucket bucket = bucket(message.from());
        if (bucket == null) {
            return true;
        }
        if (bucket.getAvailableTokens() <= 0) {
            return false;
        }
        bucket.consumeIgnoringRateLimits(Segments.estimate(message));
        return true;
    }

    /** It has not gone after all. */
    void giveBack(OutgoingMessage message) {
        Bucket bucket = bucket(message.from());
        if (bucket != null) {
            bucket.addTokens(Segments.estimate(message));
        }
    }

    /** Messages of this sender wait for its rate; how long, at least. */
    Duration hold(PhoneNumber sender) {
        held.increment();
        Bucket bucket = bucket(sender);
        return bucket == null ? Duration.ZERO : Buckets.wait(bucket);
    }

    /** By the clock that the rates go by. */
    Instant now() {
        return clock.instant();
    }

    private Bucket bucket(PhoneNumber sender) {
        String key = settings.key(sender);
        double rate = settings.perSecond(key);
        return rate == 0 ? null : buckets.of(key, rate, 1);
    }
}
