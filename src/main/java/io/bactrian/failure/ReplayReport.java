package io.bactrian.failure;

import java.time.Instant;
import java.util.List;

/**
 * How far a replay of many letters is.
 *
 * @param state {@code running}, {@code paused} while the store is away, {@code stopped} or {@code finished}
 * @param rate letters a second, at the most
 * @param letters how many it takes up
 * @param others how many more fit, and are left for another replay
 * @param results of each letter that has been taken up, in that order
 */
public record ReplayReport(
        String id,
        String state,
        String by,
        Instant startedAt,
        Instant endedAt,
        int rate,
        int letters,
        int others,
        int waiting,
        int replayed,
        int refused,
        int failed,
        List<Result> results) {

    /**
     * @param result {@code replayed}, {@code refused} where no flow takes it up or it is gone, {@code failed}
     * @param reason why it was not replayed; null where it was
     */
    public record Result(String letter, String result, String reason) {

        static final String REPLAYED = "replayed";
        static final String REFUSED = "refused";
        static final String FAILED = "failed";
    }

    static ReplayReport of(BulkReplay.Kept now) {
        return new ReplayReport(
                now.id(),
                now.state(),
                now.by(),
                now.startedAt(),
                now.endedAt(),
                now.rate(),
                now.letters(),
                now.others(),
                now.waiting().size(),
                count(now, Result.REPLAYED),
                count(now, Result.REFUSED),
                count(now, Result.FAILED),
                now.results());
    }

    private static int count(BulkReplay.Kept now, String result) {
        return (int) now.results().stream()
                .filter(each -> each.result().equals(result))
                .count();
    }
}
