package io.bactrian.routecheck;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ports, who calls them, and the file that serves each of them in each adapter. */
final class PortTable {

    private PortTable() {}

    static String of(RouteGraph graph) {
        StringBuilder text = new StringBuilder("\n## Ports and their adapters\n\n");
        text.append("`sms.store` and `sms.providers` choose which of these folders are loaded.\n\n");
        text.append(diagram(graph)).append('\n');
        text.append(Cells.row("port", "called by", "served by")).append("| --- | --- | --- |\n");
        graph.adapters().forEach((port, files) -> {
            Set<RouteFile> callers = new LinkedHashSet<>();
            files.forEach(file -> callers.addAll(graph.callers(file)));
            files.forEach(callers::remove);
            text.append(Cells.row(
                    Cells.code("direct:" + port.label()),
                    Cells.names(new ArrayList<>(callers)),
                    files.stream().map(file -> Cells.link(file.folder(), file)).collect(Collectors.joining(", "))));
        });
        return text.toString();
    }

    /** Ports on the left, adapter folders on the right: an arrow a port would say no more. */
    private static String diagram(RouteGraph graph) {
        StringBuilder text = new StringBuilder("```mermaid\nflowchart LR\n");
        Map<MapNode, List<RouteFile>> adapters = graph.adapters();
        for (String kind : List.of(RouteGraph.STORE, RouteGraph.PROVIDER)) {
            text.append("  subgraph ports_")
                    .append(kind)
                    .append("[\"ports of the ")
                    .append(kind)
                    .append("\"]\n");
            adapters.keySet().stream()
                    .filter(port -> port.group().equals(kind))
                    .forEach(port -> text.append("    ").append(port.mermaid()).append('\n'));
            text.append("  end\n");
            folders(adapters.values(), kind).forEach(folder -> text.append("  ports_" + kind + " --> ")
                    .append(id(folder))
                    .append("[\"" + folder + "/\"]\n"));
        }
        calls(graph, adapters).forEach(call -> text.append("  ").append(call).append('\n'));
        return text.append("```\n").toString();
    }

    private static Stream<String> folders(Collection<List<RouteFile>> adapters, String kind) {
        return adapters.stream()
                .flatMap(List::stream)
                .filter(file -> RouteGraph.top(file).equals(kind))
                .map(RouteFile::folder)
                .distinct()
                .sorted();
    }

    /** The simulator sends through the adapter of the provider that it stands in for. */
    private static Stream<String> calls(RouteGraph graph, Map<MapNode, List<RouteFile>> adapters) {
        List<RouteFile> files = adapters.values().stream().flatMap(List::stream).toList();
        return files.stream()
                .flatMap(file -> file.calls().stream()
                        .flatMap(uri ->
                                files.stream().filter(other -> other.address().equals(uri.text())))
                        .filter(other -> !other.folder().equals(file.folder()))
                        .map(other -> id(file.folder()) + " --> " + id(other.folder())))
                .distinct()
                .sorted();
    }

    private static String id(String folder) {
        return "in_" + folder.replaceAll("[^A-Za-z0-9]+", "_");
    }
}
