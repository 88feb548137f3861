package io.bactrian.routecheck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** A file of the routes folder and the one route in it. */
public final class RouteFile {

    static final String ENDING = ".camel.yaml";

    private final String path;
    private final int lines;
    private final YamlNode root;
    private final Finding broken;
    private final YamlNode route;

    private RouteFile(String path, int lines, YamlNode root, Finding broken) {
        this(path, lines, root, broken, first(root));
    }

    private RouteFile(String path, int lines, YamlNode root, Finding broken, YamlNode route) {
        this.path = path;
        this.lines = lines;
        this.root = root;
        this.broken = broken;
        this.route = route;
    }

    private static YamlNode first(YamlNode root) {
        return root.items().stream().map(item -> item.at("route")).findFirst().orElse(root.at("route"));
    }

    /**
     * @param folder the routes folder
     * @throws UncheckedIOException where the file cannot be read
     */
    public static RouteFile read(Path folder, Path file) {
        try {
            String path = folder.relativize(file).toString().replace('\\', '/');
            return of(path, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param path below the routes folder, with slashes */
    public static RouteFile of(String path, String text) {
        int lines = (int) text.lines().count();
        try {
            return new RouteFile(path, lines, YamlNode.parse(text), null);
        } catch (YAMLException e) {
            return new RouteFile(path, lines, YamlNode.parse("{}"), unreadable(path, e));
        }
    }

    private static Finding unreadable(String path, YAMLException e) {
        boolean marked = e instanceof MarkedYAMLException located && located.getProblemMark() != null;
        int line = marked ? ((MarkedYAMLException) e).getProblemMark().getLine() + 1 : 1;
        return new Finding(path, line, "this is not YAML that can be read; look at the indentation and the quotes");
    }

    /** Why the file cannot be read as YAML, where it cannot. */
    Optional<Finding> broken() {
        return Optional.ofNullable(broken);
    }

    Finding finding(int line, String message) {
        return new Finding(path, line, message);
    }

    /** Below the routes folder, with slashes. */
    public String path() {
        return path;
    }

    int lines() {
        return lines;
    }

    YamlNode root() {
        return root;
    }

    /** The file's name without its ending, which is the name of its route. */
    public String name() {
        String file = path.substring(path.lastIndexOf('/') + 1);
        return file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file;
    }

    /** The folder below the routes folder, empty for a file that stands in none. */
    public String folder() {
        return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    }

    YamlNode route() {
        return route;
    }

    /** The file once for each of its routes; with the one that it should have, itself. */
    public List<RouteFile> parts() {
        return root.items().stream()
                .map(item -> item.at("route"))
                .filter(YamlNode::isMap)
                .map(one -> new RouteFile(path, lines, root, broken, one))
                .toList();
    }

    /** The route's id, or null where it has none. */
    public String id() {
        return route.text("id");
    }

    /** From 1; where its route begins. */
    public int line() {
        return route.line();
    }

    /** The line of the first step that calls an endpoint, or that of the route. */
    public int lineOfCall(String address) {
        return allSteps()
                .filter(step -> step.uri() != null && Uri.of(step.uri()).text().equals(address))
                .map(Step::line)
                .findFirst()
                .orElseGet(this::line);
    }

    /** The files of {@code store/sql} that its steps run, without their ending. */
    public Set<String> sqlFiles() {
        return allSteps()
                .filter(step ->
                        step.uri() != null && Uri.of(step.uri()).scheme().equals("sql-group"))
                .flatMap(step -> Stream.of(
                        Uri.of(step.uri()).name(),
                        step.settings().at("parameters").text("putOff")))
                .filter(name -> name != null)
                .collect(Collectors.toSet());
    }

    YamlNode from() {
        return route().at("from");
    }

    /** What it listens on, without options: {@code direct:find-user}. */
    public String address() {
        return uri().text();
    }

    Uri uri() {
        return Uri.of(from().text("uri"));
    }

    List<Step> steps() {
        return Step.in(from().at("steps"));
    }

    Stream<Step> allSteps() {
        return steps().stream().flatMap(Step::all);
    }

    /** The endpoints that its steps call, once each, in the order of the file. */
    List<Uri> calls() {
        return allSteps()
                .filter(step -> step.uri() != null)
                .map(step -> Uri.of(step.uri()))
                .distinct()
                .toList();
    }
}
