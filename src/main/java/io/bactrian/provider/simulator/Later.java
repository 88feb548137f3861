package io.bactrian.provider.simulator;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/** Does what is to be done after a while. Nothing that it is given may block. */
@Component
@WhileSimulated
class Later implements AutoCloseable {

    private static final int THREADS = 2;

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            THREADS, new CustomizableThreadFactory("simulator-"), new ThreadPoolExecutor.DiscardPolicy());

    void in(Duration delay, Runnable task) {
        timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** What has not happened yet does not happen any more. */
    @Override
    public void close() {
        timer.shutdownNow();
    }
}
