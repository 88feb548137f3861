package io.bactrian.outbound;

import io.bactrian.domain.ExpiryClaim;
import io.bactrian.domain.OutgoingMessage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Fails in groups what waits and is not valid any more, and says so. */
@Component("expiry")
public class Expiry {

    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);
    private static final int GROUP = 500;

    private final RetryPolicy policy;
    private final OutcomeWaiters waiters;
    private final Clock clock;
    private final Counter expired;

    Expiry(RetryPolicy policy, OutcomeWaiters waiters, Clock clock, MeterRegistry metrics) {
        this.policy = policy;
        this.waiters = waiters;
        this.clock = clock;
        this.expired = Counter.builder("sms.messages.expired")
                .description("Messages that were not sent while they were valid")
                .register(metrics);
    }

    public ExpiryClaim claim() {
        return new ExpiryClaim(GROUP, clock.instant());
    }

    /** @param before what the last claim gave, or null before the first */
    public boolean more(List<OutgoingMessage> before) {
        return before == null || before.size() >= GROUP;
    }

    public void tell(List<OutgoingMessage> messages) {
        for (OutgoingMessage message : messages) {
            LOG.atInfo()
                    .addKeyValue("messageId", message.id())
                    .log("{} expired after {} attempts", message.id(), message.attempts());
            waiters.settled(policy.expired(message));
        }
        expired.increment(messages.size());
    }
}
