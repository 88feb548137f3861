package io.bactrian.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.Gateway;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** People who text one after the other and without a pause, until they are told to stop or the gateway is gone. */
final class Texting implements AutoCloseable {

    /** Takes a webhook and gives the HTTP status. */
    interface Receiver {
        int post(Map<String, String> form) throws IOException;
    }

    private final int people;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> running = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private volatile boolean over;

    /** @param people how many there are, see {@link #number} */
    Texting(int people) {
        this.people = people;
    }

    /** @param person from 0 on */
    static String number(int person) {
        return "+1500555" + (1_000 + person);
    }

    /** @return the ids of the messages that were answered 200, as they come to be */
    Set<String> begin(Receiver receiver, int threadCount) {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < threadCount; i++) {
            running.add(threads.submit(() -> textUntilOver(receiver, acknowledged)));
        }
        return acknowledged;
    }

    private void textUntilOver(Receiver receiver, Set<String> acknowledged) {
        try {
            while (!over) {
                int number = next.incrementAndGet();
                String sid = "SMkill" + number;
                if (receiver.post(Gateway.text(sid, number(number % people), "hello")) == 200) {
                    acknowledged.add(sid);
                }
            }
        } catch (IOException e) {
            // the gateway is gone, which is what the killing ones wait for
        }
    }

    /** Waits for the last answers. */
    @Override
    public void close() throws Exception {
        over = true;
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        for (Future<?> one : running) {
            one.get();
        }
    }

    /** How many texts were posted, answered or not. */
    int posted() {
        return next.get();
    }
}
