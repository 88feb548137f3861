package io.bactrian.provider.simulator;

import io.bactrian.provider.simulator.Counters.Count;
import io.bactrian.provider.simulator.fault.CallbackFault;
import java.util.Iterator;
import org.springframework.stereotype.Component;

/** Tells a message's callback of each status: one report after the other, or as a fault would have it. */
@Component
@WhileSimulated
class Reports {

    private static final Runnable NOTHING = () -> {};

    private final CallbackPosts posts;
    private final Counters counters;
    private final Later later;

    Reports(CallbackPosts posts, Counters counters, Later later) {
        this.posts = posts;
        this.counters = counters;
        this.later = later;
    }

    /**
     * Reports the message's status, if anybody is to be told. The first attempt is over before anything follows, so that
     * without a fault one report overtakes another only where it had to be posted again.
     */
    void tell(BookEntry entry, SimulatedMessage message, Telling telling, Runnable then) {
        if (!message.isTold() || telling.isStopped()) {
            then.run();
        } else if (telling.reporting().isReverse()) {
            telling.keep(message);
            then.run();
        } else {
            tellOne(entry, message, telling, then);
        }
    }

    private void tellOne(BookEntry entry, SimulatedMessage message, Telling telling, Runnable then) {
        int number = telling.nextReport();
        CallbackFault fault = telling.reporting().ofReport(number);
        Runnable thenTheKept = () -> tellTheKept(entry, telling, then);
        switch (fault) {
            case LOSE -> {
                counters.add(Count.LOST);
                then.run();
            }
            case TWICE -> {
                counters.add(Count.DOUBLED);
                posts.post(entry, message, telling, () -> posts.post(entry, message, telling, thenTheKept));
            }
            case DELAY -> delay(entry, message, telling, number, then);
            case REORDER -> {
                counters.add(Count.REORDERED);
                telling.keep(message);
                then.run();
            }
            default -> posts.post(entry, message, telling, thenTheKept);
        }
    }

    private void delay(BookEntry entry, SimulatedMessage message, Telling telling, int number, Runnable then) {
        counters.add(Count.DELAYED);
        telling.begin();
        later.in(telling.reporting().delay(number), () -> {
            if (!telling.isStopped()) {
                posts.post(entry, message, telling, NOTHING);
            }
            telling.end();
        });
        then.run();
    }

    /** What still waits when the message has come to its end has waited long enough. */
    void end(BookEntry entry, Telling telling) {
        tellTheKept(entry, telling, telling::end);
    }

    private void tellTheKept(BookEntry entry, Telling telling, Runnable then) {
        next(entry, telling.release().iterator(), telling, then);
    }

    private void next(BookEntry entry, Iterator<SimulatedMessage> kept, Telling telling, Runnable then) {
        if (kept.hasNext()) {
            posts.post(entry, kept.next(), telling, () -> next(entry, kept, telling, then));
        } else {
            then.run();
        }
    }
}
