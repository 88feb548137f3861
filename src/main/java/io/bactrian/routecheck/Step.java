package io.bactrian.routecheck;

import java.util.List;
import java.util.stream.Stream;

/**
 * One box of a route's diagram.
 *
 * @param name as the DSL calls it, for instance {@code setBody}
 * @param line where it begins
 * @param settings what is written below its name
 */
record Step(String name, int line, YamlNode settings) {

    /** The steps of a {@code steps:} list; what is not a step there is left to the rule of the canonical form. */
    static List<Step> in(YamlNode steps) {
        return steps.items().stream()
                .flatMap(item -> item.entries().stream().limit(1))
                .map(entry -> new Step(entry.key(), entry.line(), entry.value()))
                .toList();
    }

    /** The endpoint that it calls, or null where it calls none. */
    String uri() {
        String uri = settings.text("uri");
        return uri != null
                ? uri
                : isEnrichment() ? settings.at("expression").at("constant").text("expression") : null;
    }

    boolean isEnrichment() {
        return name.equals("enrich") || name.equals("pollEnrich");
    }

    /** The lists of steps below it, of which an exchange takes one: those of a choice, of a filter, of a try and its catches. */
    List<List<Step>> branches() {
        return Stream.concat(
                        Stream.of(settings.at("steps")),
                        settings.entries().stream()
                                .map(YamlNode.Entry::value)
                                .flatMap(value -> value.isList() ? value.items().stream() : Stream.of(value))
                                .map(branch -> branch.at("steps")))
                .map(Step::in)
                .filter(steps -> !steps.isEmpty())
                .toList();
    }

    /** Itself and every step below it. */
    Stream<Step> all() {
        return Stream.concat(
                Stream.of(this), branches().stream().flatMap(List::stream).flatMap(Step::all));
    }

    /** How many boxes an exchange passes at the most. */
    int longestPath() {
        return 1 + branches().stream().mapToInt(Step::longestPath).max().orElse(0);
    }

    static int longestPath(List<Step> steps) {
        return steps.stream().mapToInt(Step::longestPath).sum();
    }

    /** How many boxes stand around its innermost one. */
    int nesting() {
        return branches().stream()
                .flatMap(List::stream)
                .mapToInt(step -> 1 + step.nesting())
                .max()
                .orElse(0);
    }
}
