package io.bactrian.edits;

import io.bactrian.routecheck.Finding;
import io.bactrian.routecheck.RouteFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what is good of what the routes folder holds, refuses what is not, and remembers both. */
public class RouteEdits {

    private static final Logger LOG = LoggerFactory.getLogger(RouteEdits.class);

    private final EditCheck check;
    private final RouteFiles files;
    private final FolderScan scan;
    private final RouteHistory history;
    private final EditMetrics metrics;
    private final Clock clock;
    private final Map<String, Refusal> refused = new TreeMap<>();
    /** What runs, by path; of adapters that are not chosen, what was looked at last. */
    private Map<String, String> running = Map.of();

    private Map<String, String> idle = Map.of();
    private RunningRoutes routes;

    RouteEdits(EditCheck check, RouteFiles files, RouteHistory history, EditMetrics metrics, Clock clock) {
        this.check = check;
        this.files = files;
        this.scan = new FolderScan(files.folder());
        this.history = history;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * The files to start with. Of a broken one only its own routes are left out, if the gateway can work without.
     *
     * @throws IllegalStateException where it cannot; names file, line and reason
     */
    public synchronized List<RouteText> begin() {
        files.chosen();
        Map<String, String> all = scan.texts()
                .orElseThrow(() -> new IllegalStateException("the folder " + files.folder() + " cannot be read"));
        Judgement judgement = Judgement.of(check, Map.of(), chosen(all));
        running = only(all, judgement.taken());
        Set<String> missing = check.core().missing(check.chosen(running));
        if (!missing.isEmpty()) {
            throw new IllegalStateException("the routes cannot be started: "
                    + judgement.refused().values().stream()
                            .flatMap(List::stream)
                            .map(finding -> "routes/" + finding)
                            .collect(Collectors.joining("; "))
                    + (judgement.refused().isEmpty() ? "nothing is " + String.join(", ", missing) : ""));
        }
        note(judgement.refused());
        return texts(running.keySet());
    }

    /** Where the files are. */
    public Path folder() {
        return files.folder();
    }

    /** The files whose routes run. */
    public synchronized List<RouteText> running() {
        return texts(running.keySet());
    }

    /** Once they run. */
    public synchronized void started(RunningRoutes started) {
        routes = started;
        running.keySet().forEach(path -> keep(path, Origin.START));
    }

    /** Looks at the folder and takes effect of what has changed. */
    public synchronized void look() {
        scan.texts().ifPresent(texts -> look(texts, Origin.FILE));
    }

    private void look(Map<String, String> texts, Origin origin) {
        Map<String, String> chosen = chosen(texts);
        Map<String, String> others = new TreeMap<>(texts);
        others.keySet().removeAll(chosen.keySet());
        Set<String> changed = Judgement.changed(running, chosen);
        refused.keySet().removeIf(path -> !changed.contains(path) && !others.containsKey(path));
        aside(others);
        if (changed.isEmpty()) {
            return;
        }
        long began = System.nanoTime();
        Judgement judgement = Judgement.of(check, running, chosen);
        Map<String, List<Finding>> refusals = new TreeMap<>(judgement.refused());
        if (!judgement.taken().isEmpty()) {
            take(judgement.taken(), chosen, origin, refusals);
        }
        refused.keySet().removeIf(path -> judgement.taken().contains(path) && !refusals.containsKey(path));
        note(refusals);
        metrics.took(Duration.ofNanos(System.nanoTime() - began));
    }

    private void take(
            Set<String> taken, Map<String, String> chosen, Origin origin, Map<String, List<Finding>> refusals) {
        try {
            routes.change(arriving(taken, chosen), gone(taken, chosen));
        } catch (EditFailed e) {
            taken.forEach(path -> refusals.put(path, List.of(e.finding())));
            return;
        }
        Map<String, String> next = new TreeMap<>(running);
        next.keySet().removeAll(taken);
        next.putAll(only(chosen, taken));
        running = next;
        LOG.info("routes edited: {}", String.join(", ", taken));
        metrics.taken(taken.size());
        taken.stream().filter(running::containsKey).forEach(path -> keep(path, origin));
    }

    private List<RouteText> arriving(Set<String> taken, Map<String, String> chosen) {
        return chosen.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".camel.yaml"))
                .filter(file -> taken.contains(file.getKey())
                        || running.containsKey(file.getKey()) && runsOneOf(taken, file.getKey()))
                .map(file -> new RouteText(
                        file.getKey(), taken.contains(file.getKey()) ? file.getValue() : running.get(file.getKey())))
                .toList();
    }

    private boolean runsOneOf(Set<String> taken, String path) {
        List<String> statements =
                taken.stream().filter(one -> one.endsWith(".sql")).toList();
        return !statements.isEmpty()
                && statements.stream().anyMatch(one -> EditCheck.runs(RouteFile.of(path, running.get(path)), one));
    }

    private static List<String> gone(Set<String> taken, Map<String, String> chosen) {
        return taken.stream().filter(path -> !chosen.containsKey(path)).toList();
    }

    /** Adapters that are not chosen run nowhere; what is wrong with them is said all the same. */
    private void aside(Map<String, String> others) {
        Map<String, String> before = idle;
        idle = others;
        Set<String> changed = Judgement.changed(before, others);
        if (before.isEmpty() || changed.isEmpty()) {
            return;
        }
        refused.keySet().removeIf(changed::contains);
        changed.retainAll(others.keySet());
        note(check.each(changed, others).stream()
                .filter(Finding::breaks)
                .collect(Collectors.groupingBy(Finding::file)));
    }

    private void note(Map<String, List<Finding>> refusals) {
        refusals.forEach((path, findings) -> {
            Refusal known = refused.get(path);
            if (known == null || !known.findings().equals(findings)) {
                refused.put(path, new Refusal(path, findings, clock.instant()));
                metrics.refused();
                findings.forEach(finding -> LOG.warn("an edit is refused, what ran runs on: routes/{}", finding));
            }
        });
    }

    private void keep(String path, Origin origin) {
        try {
            history.keep(new RouteText(path, running.get(path)), origin);
        } catch (UncheckedIOException e) {
            LOG.warn(
                    "this version of {} cannot be kept ({})",
                    path,
                    e.getCause().getClass().getSimpleName());
        }
    }

    private Map<String, String> chosen(Map<String, String> texts) {
        Map<String, String> chosen = new TreeMap<>(texts);
        chosen.keySet().removeIf(path -> !files.isChosen(path));
        return chosen;
    }

    private static Map<String, String> only(Map<String, String> texts, Collection<String> paths) {
        Map<String, String> some = new TreeMap<>(texts);
        some.keySet().retainAll(paths);
        return some;
    }

    private List<RouteText> texts(Collection<String> paths) {
        List<RouteText> texts = new ArrayList<>();
        paths.stream()
                .filter(path -> path.endsWith(".camel.yaml"))
                .forEach(path -> texts.add(new RouteText(path, running.get(path))));
        return texts;
    }

    /** What is not taken, by file. */
    public synchronized List<Refusal> refusals() {
        return List.copyOf(refused.values());
    }

    /** Every route that runs. */
    public synchronized List<RouteRow> rows() {
        return routes.states().stream()
                .map(state -> RouteRow.of(
                        state, history.latest(state.file()).orElse(null), refused.containsKey(state.file())))
                .toList();
    }

    /** The good versions of the file that a route is in, or was in last, the newest first; none where nobody knows it. */
    public synchronized List<RouteVersion> versions(String id) {
        return fileOf(id).map(history::of).orElse(List.of());
    }

    private Optional<String> fileOf(String id) {
        return routes.states().stream()
                .filter(state -> state.id().equals(id))
                .map(RouteState::file)
                .findFirst()
                .or(() -> history.fileOf(id));
    }

    /** What would be found if that file held that text; nothing changes. */
    public synchronized List<Finding> check(String path, String text) {
        Map<String, String> texts = new TreeMap<>(idle);
        texts.putAll(running);
        texts.put(path, text);
        List<Finding> findings = new ArrayList<>(check.each(List.of(path), texts));
        if (files.isChosen(path) && findings.stream().noneMatch(Finding::breaks)) {
            Judgement.of(check, running, chosen(texts)).refused().values().forEach(findings::addAll);
        }
        return findings;
    }

    /**
     * Writes a kept version into the routes folder and takes it at once.
     *
     * @return how the route stands now; nothing where there is no such route or version
     * @throws EditRefused where it would not work with what runs now, or cannot be written
     */
    public synchronized Optional<RouteVersion> rollBack(String id, int version, Origin origin) {
        return versions(id).stream()
                .filter(kept -> kept.version() == version)
                .findFirst()
                .map(kept -> rollBack(kept, origin));
    }

    private RouteVersion rollBack(RouteVersion kept, Origin origin) {
        List<Finding> broken =
                check(kept.file(), kept.text()).stream().filter(Finding::breaks).toList();
        if (!broken.isEmpty()) {
            throw new EditRefused(broken);
        }
        try {
            OwnersFile.replace(files.folder().resolve(kept.file()), kept.text());
        } catch (IOException e) {
            throw new EditRefused(List.of(new Finding(
                    kept.file(),
                    1,
                    "the file cannot be written (" + e.getClass().getSimpleName() + ")")));
        }
        scan.texts().ifPresent(texts -> look(texts, origin));
        Refusal refusal = refused.get(kept.file());
        if (refusal != null) {
            throw new EditRefused(refusal.findings());
        }
        return history.latest(kept.file()).orElse(kept);
    }
}
