package io.bactrian.routecheck;

import java.util.ArrayList;
import java.util.List;

/** The routes as an integrator wants to see them: what happens to a message, and which file to open. */
public final class RouteMap {

    private static final String INTRODUCTION =
            """
            # Route map

            Drawn from the files in `routes/`; do not edit it, a test would notice.
            `mvn test -Dtest=RouteMapTests -Droute-map.write=true` draws it anew.

            A rectangle is a route, named as its file. A hexagon is a port: there is one file for each store or provider that
            serves it, and the flows never name one. A rounded shape is what makes a route start, a slanted one is an
            error policy, and a flag is wherever the named value leads. A solid arrow waits for the answer; a dashed one puts
            the message into a queue in memory and goes on. Routes of the HTTP API that call no other route are only in the
            table at the end.
            """;

    private RouteMap() {}

    /**
     * The whole page, the same for the same routes.
     *
     * @param files every route file, adapters that are not chosen included
     * @param policies the error policies, with what they call
     */
    public static String markdown(List<RouteFile> files, List<Policy> policies) {
        RouteGraph graph = new RouteGraph(files);
        StringBuilder page = new StringBuilder(INTRODUCTION);
        List<MapArrow> arrows = graph.arrows(policies);
        for (Chapter chapter : chapters(graph)) {
            Diagram diagram = Diagram.of(chapter.folders(), arrows);
            if (!diagram.isEmpty()) {
                page.append("\n## ").append(chapter.title()).append("\n\n").append(diagram.mermaid());
            }
        }
        page.append(PortTable.of(graph)).append(PolicyTable.of(graph, policies)).append(RouteTable.of(graph));
        return page.toString();
    }

    private static List<Chapter> chapters(RouteGraph graph) {
        List<Chapter> chapters = new ArrayList<>(List.of(
                new Chapter("A text comes in", List.of("inbound", "optout")),
                new Chapter("A message goes out", List.of("outbound")),
                new Chapter("Delivery reports, failures and replays", List.of("delivery", "failure")),
                new Chapter("The HTTP API", List.of("api"))));
        List<String> known =
                chapters.stream().flatMap(chapter -> chapter.folders().stream()).toList();
        graph.routes().stream()
                .filter(file -> !List.of(RouteGraph.STORE, RouteGraph.PROVIDER).contains(RouteGraph.top(file)))
                .map(RouteFile::folder)
                .filter(folder -> !known.contains(folder))
                .distinct()
                .forEach(folder -> chapters.add(new Chapter("`" + folder + "/`", List.of(folder))));
        return chapters;
    }

    private record Chapter(String title, List<String> folders) {}
}
