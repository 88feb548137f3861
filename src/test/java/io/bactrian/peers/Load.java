package io.bactrian.peers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/** Puts load on a port, from several connections. */
final class Load {

    private final int port;
    private final Supplier<Request> requests;
    private final IntPredicate good;

    Load(int port, Supplier<Request> requests, IntPredicate good) {
        this.port = port;
        this.requests = requests;
        this.good = good;
    }

    /** Each connection asks as soon as it has its answer. */
    Outcome closed(int connections, double seconds) throws Exception {
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        return all(
                connections,
                () -> {
                    Tally tally = new Tally();
                    try (Connection connection = new Connection(port)) {
                        for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                            ask(connection, tally, now);
                        }
                    }
                    return tally;
                },
                start);
    }

    /**
     * So many a second, whether answers come or not: a request that could not be posted in time has waited since it
     * was due.
     */
    Outcome open(int connections, double seconds, double rate) throws Exception {
        long start = System.nanoTime();
        AtomicLong next = new AtomicLong();
        long count = (long) (seconds * rate);
        return all(
                connections,
                () -> {
                    Tally tally = new Tally();
                    try (Connection connection = new Connection(port)) {
                        for (long mine = next.getAndIncrement(); mine < count; mine = next.getAndIncrement()) {
                            long due = start + (long) (mine * 1e9 / rate);
                            while (System.nanoTime() < due) {
                                LockSupport.parkNanos(due - System.nanoTime());
                            }
                            ask(connection, tally, due);
                        }
                    }
                    return tally;
                },
                start);
    }

    private void ask(Connection connection, Tally tally, long since) throws IOException {
        Request request = requests.get();
        int status = connection.post(request).status();
        if (good.test(status)) {
            tally.answered.add(request);
        } else {
            tally.refused++;
        }
        tally.latencies.add(System.nanoTime() - since);
    }

    private static Outcome all(int connections, Callable<Tally> work, long start) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            List<Future<Tally>> futures = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                futures.add(threads.submit(work));
            }
            List<Tally> tallies = new ArrayList<>();
            for (Future<Tally> future : futures) {
                tallies.add(future.get());
            }
            return Outcome.of(tallies, (System.nanoTime() - start) / 1e9);
        } finally {
            threads.shutdownNow();
        }
    }

    private static final class Tally {
        private final List<Request> answered = new ArrayList<>();
        private final List<Long> latencies = new ArrayList<>();
        private int refused;
    }

    /**
     * What came of it.
     *
     * @param answered the requests that got a good answer
     * @param refused how many got another
     * @param seconds how long it took, to the last answer
     * @param latencies in nanoseconds, sorted
     */
    record Outcome(List<Request> answered, int refused, double seconds, long[] latencies) {

        private static Outcome of(List<Tally> tallies, double seconds) {
            List<Request> answered = new ArrayList<>();
            List<Long> latencies = new ArrayList<>();
            int refused = 0;
            for (Tally tally : tallies) {
                answered.addAll(tally.answered);
                latencies.addAll(tally.latencies);
                refused += tally.refused;
            }
            long[] sorted = latencies.stream().mapToLong(Long::longValue).toArray();
            Arrays.sort(sorted);
            return new Outcome(answered, refused, seconds, sorted);
        }

        double rate() {
            return answered.size() / seconds;
        }

        double p99Ms() {
            return latencies.length == 0 ? Double.NaN : latencies[(int) (latencies.length * 0.99)] / 1e6;
        }
    }
}
