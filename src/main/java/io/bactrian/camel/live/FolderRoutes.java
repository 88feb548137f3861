package io.bactrian.camel.live;

import io.bactrian.edits.EditFailed;
import io.bactrian.edits.RouteState;
import io.bactrian.edits.RouteText;
import io.bactrian.edits.RunningRoutes;
import io.bactrian.routecheck.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.FailedToStartRouteException;
import org.apache.camel.Route;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;

/** The routes of the routes folder, as Camel runs them. */
final class FolderRoutes implements RunningRoutes {

    private final DefaultCamelContext camel;
    private final LiveRoutes live;
    private final Path folder;
    /** Which file each route is from. */
    private final Map<String, String> files = new ConcurrentHashMap<>();

    FolderRoutes(DefaultCamelContext camel, LiveRoutes live, Path folder) {
        this.camel = camel;
        this.live = live;
        this.folder = folder;
    }

    /** Once they run. */
    void begin(Collection<RouteText> loaded) {
        Map<String, String> paths = loaded.stream()
                .collect(Collectors.toMap(file -> FileResources.location(folder, file.path()), RouteText::path));
        for (Route route : camel.getRoutes()) {
            String path = route.getSourceResource() == null
                    ? null
                    : paths.get(route.getSourceResource().getLocation());
            if (path != null) {
                files.put(route.getId(), path);
            }
        }
    }

    @Override
    public void change(Collection<RouteText> arriving, Collection<String> gone) throws EditFailed {
        Map<String, String> owners = new ConcurrentHashMap<>();
        List<RouteDefinition> models = new ArrayList<>();
        for (RouteText file : arriving) {
            for (RouteDefinition model : load(file)) {
                models.add(model);
                owners.put(model.getRouteId(), file.path());
            }
        }
        Set<String> touched = arriving.stream().map(RouteText::path).collect(Collectors.toSet());
        touched.addAll(gone);
        List<String> going = files.entrySet().stream()
                .filter(route -> touched.contains(route.getValue()) && !owners.containsKey(route.getKey()))
                .map(Map.Entry::getKey)
                .toList();
        try {
            live.change(models, going);
        } catch (Exception e) {
            throw new EditFailed(finding(e, owners, touched), e);
        }
        going.forEach(files::remove);
        files.putAll(owners);
    }

    private List<RouteDefinition> load(RouteText file) throws EditFailed {
        try {
            return TrialContext.load(camel, FileResources.of(folder, file));
        } catch (Exception e) {
            throw new EditFailed(new Finding(file.path(), Math.max(1, Words.line(e)), Words.of(e)), e);
        }
    }

    private static Finding finding(Exception failure, Map<String, String> owners, Set<String> touched) {
        String path = failedRoute(failure) == null ? null : owners.get(failedRoute(failure));
        return new Finding(
                Objects.requireNonNullElseGet(path, () -> touched.iterator().next()),
                Math.max(1, Words.line(failure)),
                "it does not start: " + Words.of(failure));
    }

    private static String failedRoute(Exception failure) {
        if (failure instanceof FailedToCreateRouteException create) {
            return create.getRouteId();
        }
        return failure instanceof FailedToStartRouteException start ? start.getRouteId() : null;
    }

    @Override
    public List<RouteState> states() {
        return files.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(route -> state(route.getKey(), route.getValue()))
                .toList();
    }

    private RouteState state(String id, String path) {
        Route route = camel.getRoute(id);
        Gate gate = live.gate(id);
        boolean there = route != null && gate != null;
        return new RouteState(
                id,
                path,
                there ? route.getGroup() : null,
                there ? route.getDescription() : null,
                String.valueOf(camel.getRouteController().getRouteStatus(id)).toLowerCase(Locale.ROOT),
                there ? gate.exchanges() : 0,
                there ? gate.failures() : 0,
                there ? gate.inside() : 0);
    }
}
