package io.bactrian.provider.simulator;

import io.bactrian.provider.simulator.Counters.Count;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Posts reports to their callbacks, some at a time, and each as often as Twilio would until it is taken. */
@Component
@WhileSimulated
class CallbackPosts {

    private static final Logger LOG = LoggerFactory.getLogger(CallbackPosts.class);

    /** What {@code #rc=5} asks of Twilio. */
    private static final int RETRIES = 5;

    private static final int IN_FLIGHT = 64;
    private static final Runnable NOTHING = () -> {};

    /** A report on its way. */
    private record Post(BookEntry entry, SimulatedMessage message, Telling telling, String token) {}

    private final SignedPost signedPost;
    private final Counters counters;
    private final Later later;
    private final Clock clock;
    private final Duration pause;
    private final Semaphore free = new Semaphore(IN_FLIGHT);
    private final Queue<Runnable> line = new ConcurrentLinkedQueue<>();

    CallbackPosts(SignedPost signedPost, Counters counters, Later later, SimulatorSettings settings, Clock clock) {
        this.signedPost = signedPost;
        this.counters = counters;
        this.later = later;
        this.clock = clock;
        this.pause = settings.step();
    }

    /** @param then runs when the first attempt is over, whatever came of it */
    void post(BookEntry entry, SimulatedMessage message, Telling telling, Runnable then) {
        telling.begin();
        stand(new Post(entry, message, telling, UUID.randomUUID().toString()), 0, then);
    }

    private void stand(Post post, int retries, Runnable then) {
        line.add(() -> attempt(post, retries, then));
        later.in(Duration.ZERO, this::serve);
    }

    private void serve() {
        while (!line.isEmpty() && free.tryAcquire()) {
            Runnable next = line.poll();
            if (next == null) {
                free.release();
            } else {
                next.run();
            }
        }
    }

    private void attempt(Post post, int retries, Runnable then) {
        SimulatedMessage message = post.message();
        counters.add(Count.POSTED);
        signedPost
                .post(message.statusCallback(), StatusForm.of(message, clock.instant()), post.token())
                .whenComplete((response, failure) -> {
                    free.release();
                    later.in(Duration.ZERO, this::serve);
                    over(post, retries, failure == null && isTaken(response));
                    then.run();
                });
    }

    private static boolean isTaken(HttpResponse<?> response) {
        return response.statusCode() / 100 == 2;
    }

    private void over(Post post, int retries, boolean taken) {
        post.entry().post(taken);
        if (taken) {
            counters.add(Count.TAKEN);
            post.telling().end();
        } else if (post.telling().isStopped()) {
            post.telling().end();
        } else if (retries == RETRIES) {
            drop(post);
        } else {
            later.in(pause.multipliedBy(1L << retries), () -> stand(post, retries + 1, NOTHING));
        }
    }

    private void drop(Post post) {
        SimulatedMessage message = post.message();
        LOG.warn("The status {} of {} was not taken by its callback and is dropped", message.status(), message.sid());
        counters.add(Count.DROPPED);
        post.telling().end();
    }
}
