package io.bactrian.routecheck;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Holds route files against the rules of the house. An empty list means that all is well. */
public final class RouteCheck {

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
                new CanonicalRule(),
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
        return file.broken().map(List::of).orElseGet(() -> rules.stream()
                .flatMap(rule -> rule.check(file).stream())
                .toList());
    }

    /** What is wrong only because of the other files that are loaded, or are not. */
    public List<Finding> checkSet(List<RouteFile> chosen) {
        return set.check(chosen);
    }
}
