package io.bactrian.faults;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** What a run came to, for people. */
record Report(
        Scenario scenario,
        Map<String, Integer> deeds,
        int replayed,
        Accepted accepted,
        Logged logged,
        Truth truth,
        Verdict verdict,
        boolean quiet,
        long leaks) {

    private static final int EXAMPLES = 10;

    /** Whether everything is as promised. */
    boolean isClean() {
        return quiet && leaks == 0 && verdict.isClean();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        line(text, "seed", scenario.seed());
        line(text, "length", scenario.length());
        line(text, "what happened", deeds);
        line(text, "answers", accepted.answers());
        line(text, "dead letters that an operator replayed", replayed);
        line(text, "texts accepted", accepted.texts().size());
        line(text, "  of known senders", accepted.textsToAnswer().size());
        line(text, "sends accepted", accepted.sends().size());
        line(text, "texts in our log", logged.incoming().size());
        line(text, "messages out in our log", logged.outgoing().size());
        line(text, "messages that the provider took", truth.accepted().size());
        line(text, "provider", truth.counters());
        line(text, "quiet in the end", quiet);
        line(text, "lines of the logs with a number or a text", leaks);
        ids(text, "accepted and missing", verdict.missing());
        ids(text, "sent twice", verdict.twice());
        ids(text, "stuck", verdict.stuck());
        ids(text, "wrong status", verdict.wrong());
        line(text, "logs and data", folder().toAbsolutePath());
        return text.toString();
    }

    private Path folder() {
        return scenario.folder();
    }

    private static void ids(StringBuilder text, String name, Set<String> ids) {
        line(text, name, ids.size());
        ids.stream()
                .limit(EXAMPLES)
                .forEach(id -> text.append("    ").append(id).append('\n'));
    }

    private static void line(StringBuilder text, String name, Object value) {
        text.append(name).append(": ").append(value).append('\n');
    }
}
