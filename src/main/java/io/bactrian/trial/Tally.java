package io.bactrian.trial;

import java.util.Optional;

/** What was counted; written by the thread that plays, read by whoever asks. */
final class Tally {

    private final Differences differences = new Differences();
    private int compared;
    private int same;
    private int failed;
    private int unlike;

    synchronized void failed() {
        failed++;
    }

    synchronized void unlike() {
        unlike++;
    }

    synchronized void compared(String message, Optional<Divergence> divergence) {
        compared++;
        same += divergence.isEmpty() ? 1 : 0;
        divergence.ifPresent(found -> differences.add(message, found));
    }

    synchronized int compared() {
        return compared;
    }

    /** Those counts, in that report. */
    synchronized ShadowReport in(ShadowReport report) {
        return new ShadowReport(
                report.id(),
                report.candidate(),
                report.state(),
                report.by(),
                report.since(),
                report.until(),
                report.messages(),
                report.endedAt(),
                report.ended(),
                compared,
                same,
                report.dropped(),
                failed,
                unlike,
                differences.list(),
                differences.others());
    }
}
