package io.bactrian.metrics;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The metrics and the labels that an expression of Prometheus names. */
record Expression(String text) {

    private static final Pattern METRIC = Pattern.compile("\\b(sms_[a-z_]+)\\b");
    private static final Pattern GROUPS = Pattern.compile("\\bby \\(([^)]*)\\)");
    private static final Pattern MATCHER = Pattern.compile("[{,]\\s*(\\w+)\\s*[=!]");
    /** Those that Prometheus adds itself. */
    private static final Set<String> OF_PROMETHEUS = Set.of("job", "instance");

    Set<String> metrics() {
        Set<String> found = new TreeSet<>();
        METRIC.matcher(text.replaceAll("by \\([^)]*\\)|\"[^\"]*\"", ""))
                .results()
                .forEach(metric -> found.add(metric.group(1)));
        return found;
    }

    Set<String> labels() {
        Set<String> found = new TreeSet<>();
        for (Matcher by = GROUPS.matcher(text); by.find(); ) {
            Stream.of(by.group(1).split(",")).map(String::strip).forEach(found::add);
        }
        MATCHER.matcher(text).results().forEach(label -> found.add(label.group(1)));
        found.removeAll(OF_PROMETHEUS);
        return found;
    }

    /** Whether there is a sample of that metric with all the labels, as a gateway writes them. */
    boolean isIn(String scrape, String metric) {
        return scrape.lines()
                .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
                .anyMatch(line -> labels().stream().allMatch(label -> line.matches(".*[{,]" + label + "=\".*")));
    }
}
