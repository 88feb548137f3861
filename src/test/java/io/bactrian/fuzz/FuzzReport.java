package io.bactrian.fuzz;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What came of a run: how many answers of which status, and what was not as it should be, each kind with one example. */
public final class FuzzReport {

    private final long seed;
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Map<String, Integer> findings = new TreeMap<>();
    private final Map<String, String> examples = new LinkedHashMap<>();

    FuzzReport(long seed) {
        this.seed = seed;
    }

    synchronized void count(int status) {
        statuses.merge(status, 1, Integer::sum);
    }

    synchronized void finding(String what, String example) {
        findings.merge(what, 1, Integer::sum);
        examples.putIfAbsent(what, example);
    }

    public synchronized int requests() {
        return statuses.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** What went wrong, by kind, each with its number and one example. */
    public synchronized Map<String, String> findings() {
        Map<String, String> told = new LinkedHashMap<>();
        findings.forEach((what, times) -> told.put(what + " (" + times + ")", examples.get(what)));
        return told;
    }

    public synchronized int answered(int status) {
        return statuses.getOrDefault(status, 0);
    }

    @Override
    public synchronized String toString() {
        StringBuilder text = new StringBuilder("seed: " + seed + "\nrequests: " + requests() + "\n");
        text.append("answers by status: ").append(statuses).append('\n');
        text.append("findings: ")
                .append(findings.values().stream().mapToInt(Integer::intValue).sum())
                .append('\n');
        findings().forEach((what, example) -> text.append("\n--- ")
                .append(what)
                .append('\n')
                .append(example)
                .append('\n'));
        return text.toString();
    }
}
