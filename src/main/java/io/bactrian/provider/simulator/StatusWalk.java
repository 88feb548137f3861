package io.bactrian.provider.simulator;

import io.bactrian.provider.twilio.TwilioAccount;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/** Leads each message through its statuses and tells its status callback of every one, as often as Twilio would. */
@Component
@WhileSimulated
class StatusWalk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StatusWalk.class);

    /** What {@code #rc=5} asks of Twilio. */
    private static final int RETRIES = 5;

    private static final int THREADS = 2;
    private static final int IN_FLIGHT = 64;

    private final MessageBook book;
    private final SignedPost signedPost;
    private final TwilioAccount account;
    private final Clock clock;
    private final Duration step;
    private final Semaphore free = new Semaphore(IN_FLIGHT);
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            THREADS, new CustomizableThreadFactory("simulator-"), new ThreadPoolExecutor.DiscardPolicy());

    StatusWalk(
            MessageBook book, SignedPost signedPost, TwilioAccount account, SimulatorSettings settings, Clock clock) {
        this.book = book;
        this.signedPost = signedPost;
        this.account = account;
        this.clock = clock;
        this.step = settings.step();
    }

    /** Sets a message on its way; a scheduled one rests until its time. */
    void begin(SimulatedMessage message) {
        Duration rest =
                message.status() == Status.SCHEDULED ? Duration.between(clock.instant(), message.sendAt()) : step;
        later(rest, () -> advance(message.sid()));
    }

    private void advance(String sid) {
        book.change(sid, message -> message.next(Simulator.sender(account), clock.instant()))
                .ifPresent(message -> report(message, () -> begin(message)));
    }

    /**
     * Posts the message's status to its callback, if it has one. The first attempt is over before anything follows, so
     * that one report overtakes another only where it had to be posted again.
     */
    void report(SimulatedMessage message, Runnable then) {
        if (message.statusCallback() == null) {
            then.run();
        } else {
            attempt(message, UUID.randomUUID().toString(), 0, then);
        }
    }

    private void attempt(SimulatedMessage message, String token, int retries, Runnable then) {
        if (!free.tryAcquire()) {
            later(step, () -> attempt(message, token, retries, then));
            return;
        }
        signedPost
                .post(message.statusCallback(), StatusForm.of(message, clock.instant()), token)
                .whenComplete((response, failure) -> {
                    free.release();
                    if (failure != null || response.statusCode() / 100 != 2) {
                        again(message, token, retries);
                    }
                    then.run();
                });
    }

    private void again(SimulatedMessage message, String token, int retries) {
        if (retries == RETRIES) {
            LOG.warn(
                    "The status {} of {} was not taken by its callback and is dropped",
                    message.status(),
                    message.sid());
            return;
        }
        later(step.multipliedBy(1L << retries), () -> attempt(message, token, retries + 1, () -> {}));
    }

    private void later(Duration delay, Runnable task) {
        timer.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What has not happened yet does not happen any more. */
    @Override
    public void close() {
        timer.shutdownNow();
    }
}
