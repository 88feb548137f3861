package io.bactrian.routecheck;

import io.bactrian.routecheck.MapNode.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who calls whom. Flows see ports; which file serves a port is told apart from that. */
final class RouteGraph {

    static final String STORE = "store";
    static final String PROVIDER = "provider";
    private static final String API = "api";

    private final List<RouteFile> routes;
    private final Map<String, MapNode> byAddress = new TreeMap<>();
    private final Set<String> providerPorts;

    RouteGraph(List<RouteFile> files) {
        routes = files.stream()
                .sorted(Comparator.comparing(RouteFile::folder).thenComparing(RouteFile::name))
                .toList();
        providerPorts = routes.stream()
                .flatMap(file -> file.calls().stream())
                .filter(Uri::isRoute)
                .flatMap(uri -> uri.prefix().stream())
                .map(prefix -> prefix.substring(prefix.indexOf(':') + 1))
                .filter(prefix -> !prefix.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        routes.forEach(file -> byAddress.putIfAbsent(file.address(), node(file)));
    }

    /** By folder, then by name. */
    List<RouteFile> routes() {
        return routes;
    }

    /** What stands for a route in the map: itself, or the port that it serves. */
    MapNode node(RouteFile file) {
        String top = top(file);
        if (top.equals(STORE)) {
            return new MapNode(Kind.PORT, file.name(), STORE);
        }
        return providerPorts.stream()
                .filter(prefix -> top.equals(PROVIDER) && file.name().startsWith(prefix))
                .map(RouteGraph::providerPort)
                .findFirst()
                .orElseGet(() -> new MapNode(Kind.ROUTE, file.name(), file.folder()));
    }

    private static MapNode providerPort(String prefix) {
        return new MapNode(Kind.PORT, prefix + "*", PROVIDER);
    }

    static String top(RouteFile file) {
        return file.folder().split("/")[0];
    }

    /** Every call, from what makes a route start to the ports. */
    List<MapArrow> arrows(List<Policy> policies) {
        Set<MapArrow> arrows = new LinkedHashSet<>();
        routes.forEach(file -> entrance(file).ifPresent(arrows::add));
        routes.forEach(file -> file.calls().forEach(uri -> call(node(file), uri).ifPresent(arrows::add)));
        for (Policy policy : policies) {
            MapNode node = new MapNode(Kind.POLICY, "policy " + policy.id(), "");
            policy.calls().forEach(uri -> call(node, Uri.of(uri)).ifPresent(arrows::add));
        }
        arrows.removeIf(arrow -> arrow.from().equals(arrow.to()));
        return new ArrayList<>(arrows);
    }

    private Optional<MapArrow> entrance(RouteFile file) {
        boolean api = file.folder().equals(API)
                && callers(file).isEmpty()
                && !file.calls().isEmpty();
        if (file.uri().isRoute() && !api) {
            return Optional.empty();
        }
        MapNode node = new MapNode(Kind.ENTRANCE, api ? "HTTP API" : Entrance.of(file), "");
        return Optional.of(new MapArrow(node, node(file), false));
    }

    private Optional<MapArrow> call(MapNode from, Uri uri) {
        MapNode to = uri.prefix()
                .map(prefix -> prefix.isEmpty()
                        ? new MapNode(Kind.COMPUTED, String.join(" ", uri.expressions()), "")
                        : providerPort(prefix.substring(prefix.indexOf(':') + 1)))
                .orElseGet(() -> byAddress.get(uri.text()));
        return Optional.ofNullable(to).map(node -> new MapArrow(from, node, uri.isQueue()));
    }

    /** The routes that call this one, or the port that it serves. */
    List<RouteFile> callers(RouteFile callee) {
        MapNode port = node(callee);
        return routes.stream()
                .filter(file -> file != callee
                        && file.calls().stream().anyMatch(uri -> call(node(file), uri)
                                .filter(arrow -> arrow.to().equals(port))
                                .isPresent()))
                .toList();
    }

    /** The files that serve each port, by the name of the port. */
    Map<MapNode, List<RouteFile>> adapters() {
        return routes.stream()
                .filter(file -> node(file).kind() == Kind.PORT)
                .collect(Collectors.groupingBy(this::node, TreeMap::new, Collectors.toList()));
    }

    static Stream<MapNode> ends(MapArrow arrow) {
        return Stream.of(arrow.from(), arrow.to());
    }
}
