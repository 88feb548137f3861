package io.bactrian.routecheck;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where a message goes is decided by the settings or by our own records, never by what somebody sent. */
final class TargetRule implements Rule {

    private static final Set<String> TRUSTED =
            Set.of("variable.provider", "variable.letter.kind.endpoint", "variable.work.kind.endpoint");
    private static final Set<String> SET_BY_BEANS = Set.of("provider");
    private static final Set<String> ROUTERS = Set.of("recipientList", "routingSlip", "dynamicRouter");

    @Override
    public List<Finding> check(RouteFile file) {
        return file.allSteps().flatMap(step -> check(file, step)).toList();
    }

    private static Stream<Finding> check(RouteFile file, Step step) {
        if (ROUTERS.contains(step.name()) || step.isEnrichment() && step.uri() == null) {
            return Stream.of(file.finding(
                    step.line(),
                    "`" + step.name() + "` computes where a message goes: use `to`, or `toD` by provider"));
        }
        if (setsTrusted(step)) {
            return Stream.of(file.finding(
                    step.line(), "an address is made of this variable: let only a bean set it, with `method:`"));
        }
        return step.uri() == null ? Stream.empty() : uri(file, step);
    }

    private static boolean setsTrusted(Step step) {
        YamlNode settings = step.settings();
        Stream<YamlNode> set =
                step.name().equals("setVariable") ? Stream.of(settings) : settings.at("variables").items().stream();
        return SET_BY_BEANS.contains(String.valueOf(settings.text("variableReceive")))
                || set.filter(variable -> SET_BY_BEANS.contains(String.valueOf(variable.text("name"))))
                        .anyMatch(variable -> !variable.at("expression").has("method"));
    }

    private static Stream<Finding> uri(RouteFile file, Step step) {
        Stream<YamlNode> parts = Stream.concat(
                Stream.of(step.settings().at("uri")),
                step.settings().at("parameters").entries().stream().map(YamlNode.Entry::value));
        return parts.filter(part -> part.text() != null).flatMap(part -> {
            List<String> computed = Uri.expressionsIn(part.text());
            if (!computed.isEmpty() && step.name().equals("to")) {
                return Stream.of(file.finding(part.line(), "`to` does not compute its uri: use `toD`"));
            }
            return TRUSTED.containsAll(computed)
                    ? Stream.empty()
                    : Stream.of(file.finding(
                            part.line(),
                            "no uri is made of a message: only of ${" + String.join("} or ${", sorted()) + "}"));
        });
    }

    private static List<String> sorted() {
        return TRUSTED.stream().sorted().toList();
    }
}
