package io.bactrian.routecheck;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** One route a file, with the same keys in the same order everywhere. */
final class CanonicalRule implements Rule {

    private static final List<String> ROUTE =
            List.of("id", "routeConfigurationId", "autoStartup", "description", "note", "group", "from");
    private static final List<String> FROM =
            List.of("id", "description", "note", "uri", "variableReceive", "parameters", "steps");
    private static final Set<String> AFTER_STEPS = Set.of("doCatch", "doFinally", "onFallback");

    @Override
    public List<Finding> check(RouteFile file) {
        List<YamlNode> routes = file.root().items();
        if (routes.size() != 1 || !routes.get(0).keys().equals(List.of("route"))) {
            int line = routes.size() > 1 ? routes.get(1).line() : 1;
            return List.of(
                    file.finding(line, "one route a file: a list with a single `- route:` and nothing beside it"));
        }
        return Stream.of(
                        order(file, "a route", file.route(), ROUTE),
                        order(file, "`from`", file.from(), FROM),
                        needsSteps(file),
                        stepsLast(file),
                        repeatedKeys(file))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Finding> order(RouteFile file, String owner, YamlNode map, List<String> allowed) {
        List<Finding> findings = new ArrayList<>();
        int reached = 0;
        for (YamlNode.Entry entry : map.entries()) {
            int place = allowed.indexOf(entry.key());
            if (place < 0) {
                findings.add(file.finding(
                        entry.line(), "`" + entry.key() + "` is not a key of " + owner + " here: " + list(allowed)));
            } else if (place < reached) {
                findings.add(file.finding(
                        entry.line(), "`" + entry.key() + "` comes too late; the order is " + list(allowed)));
            }
            reached = Math.max(reached, place);
        }
        return findings;
    }

    private static String list(List<String> keys) {
        return String.join(", ", keys);
    }

    private static List<Finding> needsSteps(RouteFile file) {
        return file.steps().isEmpty()
                ? List.of(file.finding(file.from().line(), "there are no steps: write `steps:` below `from:`"))
                : List.of();
    }

    private static List<Finding> stepsLast(RouteFile file) {
        return file.allSteps()
                .flatMap(step -> Stream.concat(Stream.of(step.settings()), clauses(step.settings())))
                .filter(map -> map.has("steps"))
                .flatMap(map -> map.entries().stream()
                        .dropWhile(entry -> !entry.key().equals("steps"))
                        .skip(1)
                        .filter(entry -> !AFTER_STEPS.contains(entry.key())))
                .map(entry -> file.finding(entry.line(), "`" + entry.key() + "` stands below the steps: move it above"))
                .toList();
    }

    private static Stream<YamlNode> clauses(YamlNode settings) {
        return settings.entries().stream()
                .filter(entry -> !entry.key().equals("steps"))
                .flatMap(entry -> entry.value().isList() ? entry.value().items().stream() : Stream.of(entry.value()));
    }

    private static List<Finding> repeatedKeys(RouteFile file) {
        List<Finding> findings = new ArrayList<>();
        Stream.concat(Stream.of(file.route()), file.route().allEntries().map(YamlNode.Entry::value))
                .flatMap(value -> Stream.concat(Stream.of(value), value.items().stream()))
                .forEach(map -> {
                    Set<String> seen = new HashSet<>();
                    map.entries().stream()
                            .filter(entry -> !seen.add(entry.key()))
                            .map(entry -> file.finding(
                                    entry.line(), "`" + entry.key() + "` is there twice; only one would count"))
                            .forEach(findings::add);
                });
        return findings;
    }
}
