package io.bactrian.routecheck;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A route says when and where; how is a bean's, and SQL stands in a file of its own. */
final class CodeRule implements Rule {

    /** A constant, a path to a value or one comparison, a bean call. */
    private static final Set<String> LANGUAGES =
            Set.of("constant", "simple", "method", "variable", "header", "exchangeProperty");

    private static final Map<String, String> STEPS = Map.of(
            "script", "a script",
            "process", "a processor");

    private static final Set<String> SCHEMES =
            Set.of("language", "groovy", "exec", "class", "sql", "jdbc", "sql-stored");

    private static final Pattern SQL = Pattern.compile(
            "(?is)\\b(select\\b.+\\bfrom\\b|insert\\s+into\\b|update\\s+\\w+\\s+set\\b|delete\\s+from\\b|merge\\s+into\\b)");

    private static final Pattern COMPARISON =
            Pattern.compile("&&|\\|\\||[=!]=|=~|[<>]=?| (contains|regex|in|not in|is|range|startsWith|endsWith) ");

    private static final Set<String> WORDS = Set.of("description", "note");

    @Override
    public List<Finding> check(RouteFile file) {
        return Stream.concat(
                        file.allSteps().flatMap(step -> step(file, step)),
                        file.route().allEntries().flatMap(entry -> entry(file, entry)))
                .toList();
    }

    private static Stream<Finding> step(RouteFile file, Step step) {
        if (STEPS.containsKey(step.name())) {
            return Stream.of(file.finding(
                    step.line(),
                    STEPS.get(step.name()) + " hides code in a route: call a bean with `ref` and `method`"));
        }
        if (step.name().equals("bean") && !step.settings().has("ref")) {
            return Stream.of(file.finding(step.line(), "name the bean with `ref`, so that its settings reach it"));
        }
        String uri = step.uri();
        return uri != null && SCHEMES.contains(Uri.of(uri).scheme())
                ? Stream.of(file.finding(
                        step.settings().at("uri").line(),
                        "no code and no SQL in a uri: call a bean, or `sql-group:` with the name of a .sql file"))
                : Stream.empty();
    }

    private static Stream<Finding> entry(RouteFile file, YamlNode.Entry entry) {
        String text = entry.value().text();
        if (text != null && !WORDS.contains(entry.key()) && SQL.matcher(text).find()) {
            return Stream.of(file.finding(entry.line(), "move the SQL into a .sql file and call it with `sql-group:`"));
        }
        return entry.key().equals("expression") ? expression(file, entry.value()) : Stream.empty();
    }

    private static Stream<Finding> expression(RouteFile file, YamlNode expression) {
        return expression.entries().stream().flatMap(language -> {
            if (!LANGUAGES.contains(language.key())) {
                return Stream.of(file.finding(
                        language.line(), "`" + language.key() + "` is code in a route: call a bean with `method:`"));
            }
            String text = language.value().text("expression");
            long comparisons = text == null || !language.key().equals("simple")
                    ? 0
                    : COMPARISON.matcher(text).results().count();
            return comparisons > 1
                    ? Stream.of(file.finding(language.line(), "one comparison in an expression: ask a bean for more"))
                    : Stream.empty();
        });
    }
}
