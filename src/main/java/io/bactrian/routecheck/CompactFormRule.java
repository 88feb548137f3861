package io.bactrian.routecheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Everything is spelled out: Camel gives the compact forms up, and Kaoto rewrites them. */
final class CompactFormRule implements Rule {

    /** Camel's expression languages, of which a step takes one. */
    static final Set<String> LANGUAGES = Set.of(
            "constant",
            "csimple",
            "datasonnet",
            "exchangeProperty",
            "groovy",
            "header",
            "hl7terser",
            "java",
            "joor",
            "jq",
            "js",
            "jsonpath",
            "language",
            "method",
            "mvel",
            "ognl",
            "python",
            "ref",
            "simple",
            "spel",
            "tokenize",
            "variable",
            "wasm",
            "xpath",
            "xquery",
            "xtokenize");

    /** Where an expression stands; elsewhere {@code method} and {@code ref} are a bean's. */
    private static final Set<String> TAKES_EXPRESSION = Set.of(
            "delay",
            "dynamicRouter",
            "enrich",
            "filter",
            "idempotentConsumer",
            "loop",
            "pollEnrich",
            "recipientList",
            "routingSlip",
            "script",
            "setBody",
            "setHeader",
            "setProperty",
            "setVariable",
            "sort",
            "split",
            "throttle",
            "transform",
            "validate");

    @Override
    public List<Finding> check(RouteFile file) {
        List<Finding> findings = new ArrayList<>(steps(file, file.from().at("steps")));
        file.allSteps().forEach(step -> {
            step.settings()
                    .allEntries()
                    .filter(entry -> entry.key().equals("steps"))
                    .forEach(entry -> findings.addAll(steps(file, entry.value())));
            expressionOwners(step).forEach(owner -> findings.addAll(expression(file, owner)));
            findings.addAll(options(file, step.settings().at("uri")));
        });
        findings.addAll(options(file, file.from().at("uri")));
        return findings.stream().distinct().toList();
    }

    private static List<Finding> steps(RouteFile file, YamlNode steps) {
        return steps.items().stream()
                .filter(item -> item.entries().size() != 1
                        || !item.entries().get(0).value().isMap())
                .map(item -> file.finding(item.line(), unfold(item)))
                .toList();
    }

    private static String unfold(YamlNode item) {
        if (item.entries().size() != 1) {
            return "a step is one name with its settings below it";
        }
        String step = item.keys().get(0);
        String below = step.startsWith("to") || step.equals("wireTap") ? "`uri:` and `parameters:`" : "its settings";
        return "`" + step + ": …` on one line is the compact form: write `" + step + ":` and " + below + " below it";
    }

    private static Stream<YamlNode> expressionOwners(Step step) {
        YamlNode settings = step.settings();
        Stream<YamlNode> listed =
                Stream.of("when", "headers", "variables").flatMap(key -> settings.at(key).items().stream());
        return TAKES_EXPRESSION.contains(step.name()) ? Stream.concat(Stream.of(settings), listed) : listed;
    }

    private static List<Finding> expression(RouteFile file, YamlNode owner) {
        List<Finding> findings = new ArrayList<>();
        owner.entries().stream()
                .filter(entry -> LANGUAGES.contains(entry.key()))
                .map(entry -> file.finding(entry.line(), spellOut(entry.key())))
                .forEach(findings::add);
        YamlNode expression = owner.at("expression");
        boolean spelledOut = expression.entries().size() == 1
                && expression.entries().get(0).value().isMap();
        if (!expression.isMissing() && !spelledOut) {
            String language = expression.isMap() && !expression.keys().isEmpty()
                    ? expression.keys().get(0)
                    : "simple";
            findings.add(file.finding(expression.line(), spellOut(language)));
        }
        return findings;
    }

    private static String spellOut(String language) {
        String inner = language.equals("method") ? "`ref:` and `method:`" : "`expression:`";
        return "spell the expression out: `expression:`, below it `" + language + ":`, and below that " + inner;
    }

    private static List<Finding> options(RouteFile file, YamlNode uri) {
        return uri.text() != null && uri.text().contains("?")
                ? List.of(file.finding(uri.line(), "write the options below `parameters:`, not into the uri"))
                : List.of();
    }
}
