package io.bactrian.routecheck;

import java.util.Comparator;
import java.util.List;

/** Which edges hand their failures to which policy. */
final class PolicyTable {

    private PolicyTable() {}

    static String of(RouteGraph graph, List<Policy> policies) {
        StringBuilder table = new StringBuilder("\n## Error policies\n\n");
        table.append("A route that names none is a step: its failures rise to the route that called it.\n\n");
        table.append(Cells.row("policy", "routes", "calls")).append("| --- | --- | --- |\n");
        policies.stream().sorted(Comparator.comparing(Policy::id)).forEach(policy -> {
            List<RouteFile> routes = graph.routes().stream()
                    .filter(file -> policy.id().equals(file.route().text("routeConfigurationId")))
                    .toList();
            table.append(Cells.row(Cells.code(policy.id()), Cells.names(routes), Cells.codes(policy.calls())));
        });
        return table.toString();
    }
}
