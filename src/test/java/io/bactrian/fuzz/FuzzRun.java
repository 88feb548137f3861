package io.bactrian.fuzz;

import java.io.IOException;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends odd requests, one after the other, so that a seed makes the same run again, and judges every answer. */
public final class FuzzRun {

    private static final Pattern ID = Pattern.compile("\"(?:id|batchId|messageSid)\":\"([A-Za-z0-9_-]{1,80})\"");

    private final Target target;
    private final long seed;

    public FuzzRun(Target target, long seed) {
        this.target = target;
        this.seed = seed;
    }

    public FuzzReport of(int requests) throws IOException {
        FuzzReport report = new FuzzReport(seed);
        Drafts drafts = new Drafts(new Odd(new Random(seed)), target);
        try (LogWatch log = LogWatch.begin()) {
            for (int i = 0; i < requests; i++) {
                one(drafts, report);
            }
            lookAtMetrics(report);
            log.leaks.forEach(leak -> report.finding(leak.replaceAll(" tells what was sent.*", ""), leak));
        }
        return report;
    }

    private void one(Drafts drafts, FuzzReport report) throws IOException {
        Draft draft = drafts.next();
        Answered answer = Answered.to(target.port(), draft.bytes());
        report.count(answer.status());
        for (String broken : AnswerRules.broken(draft, answer)) {
            report.finding(
                    broken.lines().findFirst().orElse(""),
                    broken + "\n" + draft + "\n=> " + answer.status() + " " + answer.body());
        }
        if (answer.status() >= 200 && answer.status() < 300) {
            Matcher ids = ID.matcher(answer.body());
            while (ids.find()) {
                drafts.learn(ids.group(1));
            }
        }
    }

    private void lookAtMetrics(FuzzReport report) throws IOException {
        Draft draft = new Draft("metrics", "GET", "/actuator/prometheus", new byte[0]);
        draft.header("Authorization", "Bearer " + target.bearer());
        Answered metrics = Answered.to(target.port(), draft.bytes());
        // Spring leaves the exporter out of tests.
        if (metrics.status() != 200 && metrics.status() != 404) {
            report.finding("no metrics", metrics.toString());
        }
        Canary.in(metrics.body()).ifPresent(found -> report.finding("the metrics tell what was sent", found));
    }
}
