package io.bactrian.routecheck;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Holds route files against the rules of the house. An empty list means that all is well. */
public final class RouteCheck {

    private final CanonicalRule form = new CanonicalRule();
    private final List<Rule> rules;
    private final SetOfRoutes set;

    /**
     * @param policies the error policies that a route may name in {@code routeConfigurationId}
     * @param providers the providers that the settings choose
     */
    public RouteCheck(Set<String> policies, Collection<String> providers) {
        this.rules = List.of(
                new NameRule(),
                new DescriptionRule(),
                new CompactFormRule(),
                new PolicyRule(policies),
                new LiteralRule(),
                new CodeRule(),
                new SizeRule(),
                new TargetRule());
        this.set = new SetOfRoutes(providers);
    }

    /** Each file by itself, and then what they are to one another. */
    public List<Finding> check(List<RouteFile> chosen) {
        return Stream.concat(chosen.stream().flatMap(file -> checkFile(file).stream()), checkSet(chosen).stream())
                .toList();
    }

    /** What one file breaks by itself. */
    public List<Finding> checkFile(RouteFile file) {
        if (file.broken().isPresent()) {
            return file.broken().stream().toList();
        }
        if (file.parts().isEmpty()) {
            return List.of(
                    file.finding(1, "no route is in this file; one route a file: a list with a single `- route:`"));
        }
        return Stream.concat(keeping(form, file), file.parts().stream().flatMap(part -> rules.stream()
                        .flatMap(rule -> keeping(rule, part))))
                .distinct()
                .toList();
    }

    private static Stream<Finding> keeping(Rule rule, RouteFile file) {
        return rule.check(file).stream().map(finding -> finding.weighing(rule.weight()));
    }

    /** What is wrong only because of the other files that are loaded, or are not. */
    public List<Finding> checkSet(List<RouteFile> chosen) {
        return set.check(chosen.stream().flatMap(file -> file.parts().stream()).toList());
    }
}
