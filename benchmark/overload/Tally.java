import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What came back, by what was asked, and how long it took. */
final class Tally {

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final Map<String, Queue<Long>> times = new ConcurrentHashMap<>();
    private final Queue<String> answered = new ConcurrentLinkedQueue<>();

    void count(String what, String end) {
        counts.computeIfAbsent(what + " " + end, key -> new LongAdder()).increment();
    }

    void took(String what, int status, long nanos) {
        count(what, Integer.toString(status));
        times.computeIfAbsent(what + " " + status, key -> new ConcurrentLinkedQueue<>()).add(nanos);
    }

    void answered(String sid) {
        answered.add(sid);
    }

    Queue<String> answered() {
        return answered;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(counts).forEach((what, count) -> {
            text.append(String.format("%-28s %8d", what, count.sum()));
            if (times.containsKey(what)) {
                long[] sorted = times.get(what).stream().mapToLong(Long::longValue).sorted().toArray();
                text.append(String.format("   p50 %6d ms   p99 %6d ms", at(sorted, 50), at(sorted, 99)));
            }
            text.append('\n');
        });
        return text.toString();
    }

    private static long at(long[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1_000_000;
    }
}
