package io.bactrian.edits;

import io.bactrian.routecheck.Finding;
import io.bactrian.routecheck.RouteFile;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What must be there for the gateway to do its work: what Java calls, and the routes by which work comes in.
 *
 * @param addresses for instance {@code direct:keep-dead-letter}
 * @param ids of routes that nobody calls
 */
public record CoreFlow(Set<String> addresses, Set<String> ids) {

    public CoreFlow {
        addresses = Set.copyOf(addresses);
        ids = Set.copyOf(ids);
    }

    /** What is not there, in words that complete "nothing serves …". */
    Set<String> missing(Collection<RouteFile> routes) {
        List<RouteFile> parts =
                routes.stream().flatMap(file -> file.parts().stream()).toList();
        Set<String> served = parts.stream().map(RouteFile::address).collect(Collectors.toSet());
        Set<String> known =
                parts.stream().map(part -> String.valueOf(part.id())).collect(Collectors.toSet());
        return Stream.concat(
                        addresses.stream().filter(address -> !served.contains(address)),
                        ids.stream().filter(id -> !known.contains(id)).map(id -> "the route " + id))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @param blamed the file to which the loss is put down */
    List<Finding> findings(String blamed, Collection<RouteFile> routes) {
        return missing(routes).stream()
                .map(lost -> new Finding(
                        blamed, 1, "the gateway itself needs " + lost + ", and nothing else is it: leave it there"))
                .toList();
    }
}
