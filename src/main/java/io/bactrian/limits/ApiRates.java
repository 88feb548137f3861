package io.bactrian.limits;

import io.bactrian.web.Problem;
import io.bactrian.web.Refused;
import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keeps one caller from taking what all need. It counts in this instance only. */
@Component("apiRates")
public class ApiRates {

    private static final int TENANTS = 10_000;
    private static final String ALL = "all";

    private final ApiRateSettings settings;
    private final MeterRegistry meters;
    private final Buckets calls;
    private final Buckets messages;
    private final Buckets global;

    public ApiRates(ApiRateSettings settings, Clock clock, MeterRegistry meters) {
        this.settings = settings;
        this.meters = meters;
        this.calls = new Buckets(clock, TENANTS);
        this.messages = new Buckets(clock, TENANTS);
        this.global = new Buckets(clock, 1);
    }

    /**
     * Counts a call.
     *
     * @param tenant whose, or null where nobody knows
     * @return why it is not to be done, or nothing
     */
    public Optional<Problem> call(String tenant) {
        Bucket own = tenant == null ? null : bucket(calls, tenant, settings.calls(tenant));
        if (own != null && !own.tryConsume(1)) {
            return Optional.of(refused("tenant", "Too many calls at one time.", own));
        }
        Bucket all = bucket(global, ALL, settings.global().doubleValue());
        if (all == null || all.tryConsume(1)) {
            return Optional.empty();
        }
        if (own != null) {
            own.addTokens(1);
        }
        return Optional.of(refused("global", "Too many calls of all callers at one time.", all));
    }

    /**
     * Counts messages that a call is to queue. A call may bring more than are left: then the next one waits for as long as
     * they take, so that a bulk is never too large to be taken at all.
     *
     * @throws Refused where none is left
     */
    public void charge(String tenant, int count) {
        Bucket bucket = bucket(messages, tenant, settings.messages(tenant));
        if (bucket == null) {
            return;
        }
        synchronized (bucket) {
            if (bucket.getAvailableTokens() <= 0) {
                throw new Refused(refused("messages", "Too many messages at one time.", bucket));
            }
            bucket.consumeIgnoringRateLimits(count);
        }
    }

    private Bucket bucket(Buckets of, String name, double perSecond) {
        return perSecond == 0 ? null : of.of(name, perSecond, settings.burst().toSeconds());
    }

    private Problem refused(String limit, String detail, Bucket bucket) {
        Counter.builder("sms.api.refused")
                .description("Calls that were asked to come again because a limit was reached")
                .tag("limit", limit)
                .register(meters)
                .increment();
        Duration wait = Buckets.wait(bucket);
        return Problem.tooMany(detail, wait);
    }
}
