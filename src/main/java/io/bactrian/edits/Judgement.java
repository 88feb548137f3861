package io.bactrian.edits;

import io.bactrian.routecheck.Finding;
import io.bactrian.routecheck.RouteFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which of several edits can be taken together. Each is judged by itself; then those that do not fit with the rest fall
 * out, one round after the other, until what is left is whole.
 */
final class Judgement {

    private final EditCheck check;
    private final Map<String, String> running;
    private final Map<String, String> wanted;
    private final Set<String> taken;
    private final Map<String, List<Finding>> refused = new LinkedHashMap<>();

    private Judgement(EditCheck check, Map<String, String> running, Map<String, String> wanted, Set<String> changed) {
        this.check = check;
        this.running = running;
        this.wanted = wanted;
        this.taken = new TreeSet<>(changed);
    }

    /**
     * @param running what runs, by path
     * @param wanted what is to run
     */
    static Judgement of(EditCheck check, Map<String, String> running, Map<String, String> wanted) {
        Judgement judgement = new Judgement(check, running, wanted, changed(running, wanted));
        if (!judgement.taken.isEmpty()) {
            judgement.byThemselves();
            judgement.together();
        }
        return judgement;
    }

    static Set<String> changed(Map<String, String> running, Map<String, String> wanted) {
        return Stream.concat(running.keySet().stream(), wanted.keySet().stream())
                .filter(path -> !Objects.equals(running.get(path), wanted.get(path)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The paths whose edit is taken; those that are not among the wanted are gone. */
    Set<String> taken() {
        return taken;
    }

    Map<String, List<Finding>> refused() {
        return refused;
    }

    private void byThemselves() {
        List<String> there = taken.stream().filter(wanted::containsKey).toList();
        check.each(there, wanted).stream().filter(Finding::breaks).forEach(this::refuse);
        taken.stream()
                .filter(path -> path.endsWith(".sql") && !wanted.containsKey(path))
                .toList()
                .forEach(this::keepStatement);
    }

    private void keepStatement(String path) {
        check.chosen(wanted).stream()
                .filter(file -> EditCheck.runs(file, path))
                .findFirst()
                .ifPresent(user -> refuse(
                        path, new Finding(path, 1, user.path() + " runs it: put it back, or change that file first")));
    }

    private void refuse(Finding finding) {
        refuse(finding.file(), finding);
    }

    private void refuse(String path, Finding finding) {
        taken.remove(path);
        refused.computeIfAbsent(path, none -> new ArrayList<>()).add(finding);
    }

    private void together() {
        while (!taken.isEmpty()) {
            Map<String, String> next = next();
            List<Finding> findings =
                    check.together(next).stream().filter(Finding::breaks).toList();
            Set<String> lost = lost(next);
            if (findings.isEmpty() && lost.isEmpty()) {
                return;
            }
            Map<String, List<Finding>> blamed = blame(findings, lost, next);
            if (blamed.isEmpty()) {
                // What was wrong before is no edit's fault.
                return;
            }
            blamed.forEach((path, reasons) -> reasons.forEach(reason -> refuse(path, reason)));
        }
    }

    private Map<String, String> next() {
        Map<String, String> next = new HashMap<>(running);
        for (String path : taken) {
            if (wanted.containsKey(path)) {
                next.put(path, wanted.get(path));
            } else {
                next.remove(path);
            }
        }
        return next;
    }

    private Set<String> lost(Map<String, String> next) {
        if (running.isEmpty()) {
            return Set.of();
        }
        Set<String> lost = new HashSet<>(check.core().missing(check.chosen(next)));
        lost.removeAll(check.core().missing(check.chosen(running)));
        return lost;
    }

    private Map<String, List<Finding>> blame(List<Finding> findings, Set<String> lost, Map<String, String> next) {
        Map<String, List<Finding>> blamed = new TreeMap<>();
        findings.stream()
                .filter(finding -> taken.contains(finding.file()))
                .forEach(finding -> add(blamed, finding.file(), finding));
        if (!blamed.isEmpty()) {
            return blamed;
        }
        Set<String> served = addresses(check.chosen(next));
        for (String path : taken) {
            Set<String> gone = addresses(before(path));
            gone.removeAll(served);
            if (!gone.isEmpty()) {
                findings.stream()
                        .filter(finding -> gone.stream().anyMatch(finding.message()::contains))
                        .forEach(finding -> add(blamed, path, needed(path, gone, finding)));
                if (!lost.isEmpty()) {
                    check.core().findings(path, check.chosen(next)).forEach(finding -> add(blamed, path, finding));
                }
            }
        }
        return blamed;
    }

    private static void add(Map<String, List<Finding>> blamed, String path, Finding finding) {
        blamed.computeIfAbsent(path, none -> new ArrayList<>()).add(finding);
    }

    private static Finding needed(String path, Set<String> gone, Finding caller) {
        return new Finding(
                path,
                1,
                String.join(", ", gone) + " would be gone, and " + caller.file() + ":" + caller.line()
                        + " calls it: put it back, or change that file first");
    }

    private List<RouteFile> before(String path) {
        String text = running.get(path);
        return text == null || path.endsWith(".sql")
                ? List.of()
                : RouteFile.of(path, text).parts();
    }

    /** Addresses, and the ids of routes that are known by these. */
    private static Set<String> addresses(Collection<RouteFile> files) {
        return files.stream()
                .flatMap(file -> file.parts().stream())
                .flatMap(part -> Stream.of(part.address(), String.valueOf(part.id())))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
