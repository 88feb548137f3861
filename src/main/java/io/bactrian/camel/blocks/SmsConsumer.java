package io.bactrian.camel.blocks;

import io.bactrian.domain.Notice;
import io.bactrian.failure.Cause;
import io.bactrian.integration.Listener;
import io.bactrian.integration.Listeners;
import io.bactrian.spool.SpooledWork;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.kamelet.KameletConsumerNotAvailableException;
import org.apache.camel.support.DefaultConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a route what its listener has yet to be told, some notices at one time. A notice is done when the route, with
 * its error policy, has ended; if that fails too, it comes again.
 */
final class SmsConsumer extends DefaultConsumer {

    /** What an error policy makes a dead letter of. */
    static final String JOB = "job";

    private static final int AT_ONE_TIME = 16;
    private static final long AGAIN_AFTER_S = 5;
    private static final Logger log = LoggerFactory.getLogger(SmsConsumer.class);

    private final SourceOptions options;
    private final Runnable wake = this::wake;
    private final AtomicBoolean woken = new AtomicBoolean();
    private final AtomicInteger inFlight = new AtomicInteger();
    private NoticeBodies bodies;
    private Listener listener;
    private ScheduledExecutorService pump;
    private ExecutorService tellers;

    SmsConsumer(SmsSourceEndpoint endpoint, Processor processor, SourceOptions options) {
        super(endpoint, processor);
        this.options = options;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        bodies = new NoticeBodies(getEndpoint().getCamelContext(), options);
        var threads = getEndpoint().getCamelContext().getExecutorServiceManager();
        pump = threads.newSingleThreadScheduledExecutor(this, "sms-listener");
        tellers = threads.newFixedThreadPool(this, "sms-listener-route", AT_ONE_TIME);
        Listeners listeners = getEndpoint().getCamelContext().getRegistry().findSingleByType(Listeners.class);
        listener = listeners.open(options.name(), options::want, wake);
        wake();
    }

    @Override
    protected void doStop() throws Exception {
        listener.detach(wake);
        var threads = getEndpoint().getCamelContext().getExecutorServiceManager();
        threads.shutdownNow(pump);
        threads.shutdownGraceful(tellers);
        super.doStop();
    }

    private void wake() {
        if (woken.compareAndSet(false, true)) {
            later(this::pump, 0);
        }
    }

    private void later(Runnable work, long seconds) {
        try {
            pump.schedule(work, seconds, TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            woken.set(false); // it stops: what waits stays on the disk
        }
    }

    private void pump() {
        woken.set(false);
        if (!listener.isTakenBy(wake)) {
            return;
        }
        try {
            for (SpooledWork work : listener.take(AT_ONE_TIME - inFlight.get())) {
                inFlight.incrementAndGet();
                tellers.execute(() -> tell(work));
            }
        } catch (IOException e) {
            log.error(
                    "what {} is to be told cannot be read: {}",
                    listener.name(),
                    Cause.of(e).line());
            later(wake, AGAIN_AFTER_S);
        }
    }

    private void tell(SpooledWork work) {
        Exchange exchange = createExchange(false);
        try {
            if (!(work.job() instanceof Notice notice)) {
                log.error("{} is not told of something that this version cannot read", listener.name());
            } else if (bodies.fill(exchange, notice)) {
                exchange.setVariable(JOB, notice);
                exchange.setVariable(SmsDraftEndpoint.KEY, notice.subject());
                getAsyncProcessor().process(exchange, doneSync -> ended(work, exchange));
                return;
            }
        } catch (Exception e) {
            exchange.setException(e);
        }
        ended(work, exchange);
    }

    private void ended(SpooledWork work, Exchange exchange) {
        Exception failure = exchange.getException();
        releaseExchange(exchange, false);
        inFlight.decrementAndGet();
        if (failure == null) {
            listener.done(work);
            listener.isBack();
            wake();
        } else {
            rest(work, failure);
        }
    }

    private void rest(SpooledWork work, Exception failure) {
        if (failure instanceof KameletConsumerNotAvailableException) {
            listener.isAbsent();
        } else {
            log.warn(
                    "{} is told again later, since it failed: {}",
                    listener.name(),
                    Cause.of(failure).line());
        }
        try {
            pump.schedule(
                    () -> {
                        listener.release(work);
                        pump();
                    },
                    AGAIN_AFTER_S,
                    TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            listener.release(work); // it stops, and whoever comes next takes it up
        }
    }
}
