package io.bactrian.edits;

import io.bactrian.routecheck.Finding;
import io.bactrian.routecheck.RouteCheck;
import io.bactrian.routecheck.RouteFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Everything that can be known of route files before they run. */
public final class EditCheck {

    private static final String SQL_FOLDER = "store/sql/";
    private static final String SQL = ".sql";

    private final RouteCheck rules;
    private final TrialBuild trial;
    private final TrialBuild elsewhere;
    private final RouteFiles files;
    private final CoreFlow core;

    /** @param elsewhere tries adapters that the settings do not choose, and whose beans are not here */
    public EditCheck(RouteCheck rules, TrialBuild trial, TrialBuild elsewhere, RouteFiles files, CoreFlow core) {
        this.rules = rules;
        this.trial = trial;
        this.elsewhere = elsewhere;
        this.files = files;
        this.core = core;
    }

    CoreFlow core() {
        return core;
    }

    /**
     * All findings of the routes folder: of each file, and of those that are loaded together.
     *
     * @throws IllegalStateException where it cannot be read
     */
    public List<Finding> folder() {
        files.chosen();
        Map<String, String> texts = new FolderScan(files.folder())
                .texts()
                .orElseThrow(() -> new IllegalStateException("the folder " + files.folder() + " cannot be read"));
        return Stream.of(each(texts.keySet(), texts), together(texts), core.findings(".", chosen(texts)))
                .flatMap(List::stream)
                .toList();
    }

    /**
     * What is wrong with files by themselves.
     *
     * @param paths which of the texts
     * @param texts all files, by path
     */
    List<Finding> each(Collection<String> paths, Map<String, String> texts) {
        List<Finding> findings = new ArrayList<>();
        List<RouteText> sound = new ArrayList<>();
        for (String path : paths) {
            if (path.endsWith(SQL)) {
                findings.addAll(sql(path, texts.get(path)));
                continue;
            }
            RouteFile file = RouteFile.of(path, texts.get(path));
            List<Finding> own = Stream.concat(rules.checkFile(file).stream(), statements(file, texts).stream())
                    .toList();
            findings.addAll(own);
            if (own.stream().noneMatch(Finding::breaks)) {
                sound.add(new RouteText(path, texts.get(path)));
            }
        }
        findings.addAll(trial.build(
                sound.stream().filter(file -> files.isChosen(file.path())).toList()));
        findings.addAll(elsewhere.build(
                sound.stream().filter(file -> !files.isChosen(file.path())).toList()));
        return findings;
    }

    /** What is wrong only because of the other files that are loaded, or are not. */
    List<Finding> together(Map<String, String> texts) {
        return rules.checkSet(chosen(texts));
    }

    List<RouteFile> chosen(Map<String, String> texts) {
        return texts.entrySet().stream()
                .filter(file -> !file.getKey().endsWith(SQL) && files.isChosen(file.getKey()))
                .map(file -> RouteFile.of(file.getKey(), file.getValue()))
                .toList();
    }

    private static List<Finding> sql(String path, String text) {
        boolean empty = text.lines().map(String::strip).allMatch(line -> line.isEmpty() || line.startsWith("--"));
        return empty
                ? List.of(new Finding(path, 1, "there is no statement in this file: write one, or delete the file"))
                : List.of();
    }

    private static List<Finding> statements(RouteFile file, Map<String, String> texts) {
        return file.parts().stream()
                .flatMap(part -> part.sqlFiles().stream()
                        .filter(name -> !texts.containsKey(SQL_FOLDER + name + SQL))
                        .map(name -> new Finding(
                                file.path(),
                                part.lineOfCall("sql-group:" + name),
                                "there is no file " + SQL_FOLDER + name + SQL + ": add it, or correct the name")))
                .toList();
    }

    /** Whether a route runs that statement. */
    static boolean runs(RouteFile file, String path) {
        return file.parts().stream()
                .flatMap(part -> part.sqlFiles().stream())
                .anyMatch(name -> path.equals(SQL_FOLDER + name + SQL));
    }
}
