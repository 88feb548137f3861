package io.bactrian.routecheck;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the routes that are loaded together must be to one another. */
final class SetOfRoutes {

    private final Collection<String> providers;

    SetOfRoutes(Collection<String> providers) {
        this.providers = providers;
    }

    List<Finding> check(List<RouteFile> chosen) {
        return Stream.concat(uniqueIds(chosen).stream(), unresolved(chosen)).toList();
    }

    private static List<Finding> uniqueIds(List<RouteFile> chosen) {
        List<Finding> findings = new ArrayList<>();
        Map<String, RouteFile> owners = new HashMap<>();
        for (RouteFile file : chosen) {
            YamlNode id = file.route().at("id");
            RouteFile owner = id.text() == null ? null : owners.putIfAbsent(id.text(), file);
            if (owner != null) {
                findings.add(
                        file.finding(id.line(), "this id is taken by " + owner.path() + ": rename one of the two"));
            }
        }
        return findings;
    }

    private Stream<Finding> unresolved(List<RouteFile> chosen) {
        Set<String> served = chosen.stream().map(file -> file.uri().text()).collect(Collectors.toSet());
        return chosen.stream().flatMap(file -> file.allSteps()
                .filter(step -> step.uri() != null)
                .flatMap(step -> Uri.of(step.uri()).forProviders(providers).stream()
                        .filter(uri -> uri.isRoute() && !isServed(uri, served))
                        .map(uri -> file.finding(
                                        step.line(),
                                        "no route that is loaded serves " + uri.text()
                                                + ": add its file, or correct the name")
                                .weighing(weight(step)))));
    }

    /** Where a provider is part of the name, a provider may do without: of its routes only the sending is needed. */
    private static Finding.Weight weight(Step step) {
        return Uri.of(step.uri()).expressions().isEmpty() ? Finding.Weight.BROKEN : Finding.Weight.ADVICE;
    }

    private static boolean isServed(Uri uri, Set<String> served) {
        return uri.prefix()
                .map(prefix -> served.stream().anyMatch(address -> address.startsWith(prefix)))
                .orElseGet(() -> served.contains(uri.text()));
    }
}
