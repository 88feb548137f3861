package io.bactrian.routecheck;

/** Every route: what it is for, what it calls and where it is. */
final class RouteTable {

    private RouteTable() {}

    static String of(RouteGraph graph) {
        StringBuilder table = new StringBuilder("\n## Every route\n\n");
        table.append(Cells.row("route", "from", "what it does", "calls", "policy", "file"));
        table.append("| --- | --- | --- | --- | --- | --- |\n");
        for (RouteFile file : graph.routes()) {
            String policy = file.route().text("routeConfigurationId");
            table.append(Cells.row(
                    Cells.code(file.name()),
                    Cells.code(file.address()),
                    Cells.escape(file.route().text("description")),
                    Cells.codes(file.calls().stream().map(Uri::text).toList()),
                    policy == null ? "" : Cells.code(policy),
                    Cells.link(file.path(), file)));
        }
        return table.toString();
    }
}
