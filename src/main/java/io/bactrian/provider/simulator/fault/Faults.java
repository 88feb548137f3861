package io.bactrian.provider.simulator.fault;

import io.bactrian.provider.simulator.WhileSimulated;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The plan that holds, and what it makes of each call. */
@Component
@WhileSimulated
public class Faults {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    /** Longer ones look like a phone number, and the log would mask them. */
    private static final int MOST_SEEDS = 1_000_000;

    /** A plan under way, with the calls that it has seen. */
    private record Playing(FaultPlan plan, boolean polite, AtomicLong creates, AtomicLong lists, AtomicLong fetches) {

        private static Playing of(FaultPlan plan) {
            return new Playing(plan, plan.isPolite(), new AtomicLong(), new AtomicLong(), new AtomicLong());
        }
    }

    private final FirstTimes firstTimes = new FirstTimes();
    private volatile Playing playing;

    Faults(FaultPlan settings) {
        play(settings);
    }

    FaultPlan plan() {
        return playing.plan();
    }

    /** Begins that plan, with a seed drawn where it names none; the answer is the plan as it holds. */
    final FaultPlan play(FaultPlan plan) {
        FaultPlan seeded = plan.seed() == null ? plan.with(new SecureRandom().nextInt(MOST_SEEDS)) : plan;
        playing = Playing.of(seeded);
        if (!seeded.isPolite()) {
            LOG.warn("The simulator misbehaves from now on, by the seed {}", seeded.seed());
        }
        return seeded;
    }

    /** @param callback where the message's statuses are to be posted, or null: what it is known by */
    public CreateFate create(String to, String text, String callback) {
        Playing now = playing;
        long number = now.creates().getAndIncrement();
        Optional<Magic> magic = Magic.of(to, text).filter(asked -> !asked.firstOnly() || firstTimes.isFirst(callback));
        return now.polite() && magic.isEmpty()
                ? CreateFate.POLITE
                : new CreateChoice(now.plan(), number, magic.orElse(null)).fate();
    }

    public ReadFate list() {
        Playing now = playing;
        return read(now, now.plan().list(), Draw.Stream.LIST, now.lists().getAndIncrement());
    }

    public ReadFate fetch() {
        Playing now = playing;
        return read(now, now.plan().fetch(), Draw.Stream.FETCH, now.fetches().getAndIncrement());
    }

    private static ReadFate read(Playing now, ReadFaults faults, Draw.Stream stream, long number) {
        if (now.polite()) {
            return ReadFate.POLITE;
        }
        Draw draw = new Draw(now.plan().seed(), stream, number);
        Integer code = draw.of(faults.shares(), null);
        boolean slow = draw.happens(faults.slow());
        Duration delay = draw.between(faults.delay(), faults.jitter());
        return new ReadFate(code, slow ? delay : Duration.ZERO, faults.lag());
    }
}
