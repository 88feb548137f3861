package io.bactrian.routecheck;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A part of the graph as a Mermaid flowchart, a box for each folder. */
final class Diagram {

    private final List<MapArrow> arrows;

    private Diagram(List<MapArrow> arrows) {
        this.arrows = arrows;
    }

    /** The routes of some folders, with what calls them and what they call; of their edges, every call. */
    static Diagram of(Collection<String> folders, List<MapArrow> all) {
        List<MapArrow> near = all.stream()
                .filter(arrow -> RouteGraph.ends(arrow).anyMatch(node -> isRouteOf(node, folders)))
                .toList();
        Set<MapNode> callers = near.stream().map(MapArrow::from).collect(Collectors.toSet());
        Set<MapNode> edges = all.stream()
                .filter(arrow -> arrow.from().kind() == MapNode.Kind.ENTRANCE && callers.contains(arrow.to()))
                .map(MapArrow::to)
                .filter(node -> !isRouteOf(node, folders))
                .filter(node -> near.stream().noneMatch(arrow -> arrow.to().equals(node)))
                .collect(Collectors.toSet());
        return new Diagram(all.stream()
                .filter(arrow -> near.contains(arrow) || RouteGraph.ends(arrow).anyMatch(edges::contains))
                .toList());
    }

    private static boolean isRouteOf(MapNode node, Collection<String> folders) {
        return node.kind() == MapNode.Kind.ROUTE && folders.contains(node.group());
    }

    boolean isEmpty() {
        return arrows.isEmpty();
    }

    String mermaid() {
        StringBuilder text = new StringBuilder("```mermaid\nflowchart LR\n");
        Map<String, Set<MapNode>> groups = new TreeMap<>();
        arrows.stream().flatMap(RouteGraph::ends).forEach(node -> groups.computeIfAbsent(
                        node.group(), group -> new TreeSet<>())
                .add(node));
        groups.forEach((group, nodes) -> text.append(group.isEmpty() ? lines("  ", nodes) : box(group, nodes)));
        arrows.forEach(arrow -> text.append("  ").append(arrow.mermaid()).append('\n'));
        return text.append("```\n").toString();
    }

    private static String box(String group, Set<MapNode> nodes) {
        String id = "in_" + group.replaceAll("[^A-Za-z0-9]+", "_");
        return "  subgraph " + id + "[\"" + group + "/\"]\n" + lines("    ", nodes) + "  end\n";
    }

    private static String lines(String indent, Set<MapNode> nodes) {
        return nodes.stream().map(node -> indent + node.mermaid() + "\n").collect(Collectors.joining());
    }
}
