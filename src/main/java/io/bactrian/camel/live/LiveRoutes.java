package io.bactrian.camel.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Endpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.engine.RouteService;
import org.apache.camel.model.RouteDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces routes while they run (docs/decisions/0019-routes-change-while-they-run.md). A change is done whole or not at
 * all, and no exchange fails of it: who is in an old version ends there.
 */
final class LiveRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRoutes.class);
    private static final long AFTERMATH_NS = 10_000_000_000L;

    private final DefaultCamelContext camel;
    private final Registered registered;
    private final Entrances entrances;
    private final Retired retired = new Retired(AFTERMATH_NS);
    /** Routes whose file is gone, while an old version of another may still call them. */
    private final Set<String> leaving = ConcurrentHashMap.newKeySet();

    LiveRoutes(DefaultCamelContext camel, Entrances entrances) {
        this.camel = camel;
        this.registered = new Registered(camel);
        this.entrances = entrances;
    }

    private interface Undo {
        void run() throws Exception;
    }

    /**
     * @param arriving new routes and new versions of routes
     * @param going ids of routes that are no more
     * @throws Exception where one cannot be built or started; then everything is as it was
     */
    synchronized void change(List<RouteDefinition> arriving, Collection<String> going) throws Exception {
        Deque<Undo> undo = new ArrayDeque<>();
        List<Runnable> done = new ArrayList<>();
        try {
            List<RouteDefinition> entering = new ArrayList<>();
            List<Candidate> successors = new ArrayList<>();
            for (RouteDefinition model : arriving) {
                LiveRoute before = registered.route(model.getRouteId());
                if (before != null && keepsEntrance(model, before)) {
                    Candidate successor = Candidate.of(camel, model, before);
                    undo.push(successor::dispose);
                    successors.add(successor);
                } else {
                    entering.add(model);
                }
            }
            for (RouteDefinition model : entering) {
                enter(model, undo, done);
            }
            for (Candidate successor : successors) {
                succeed(successor, undo, done);
            }
        } catch (Exception e) {
            takeBack(undo);
            throw e;
        }
        retired.nextEdit();
        done.forEach(Runnable::run);
        arriving.forEach(model -> leaving.remove(model.getRouteId()));
        going.forEach(this::leave);
    }

    private boolean keepsEntrance(RouteDefinition model, LiveRoute before) {
        Endpoint same = camel.hasEndpoint(
                camel.resolvePropertyPlaceholders(model.getInput().getEndpointUri()));
        return same != null && same == before.getEndpoint() && registered.service(before.getId()) != null;
    }

    /** The consumer stays; the gate behind it leads to the new steps. */
    private void succeed(Candidate successor, Deque<Undo> undo, List<Runnable> done) throws Exception {
        String id = successor.model().getRouteId();
        LiveRoute before = registered.route(id);
        RouteService service = registered.service(id);
        RouteDefinition model = registered.model(id);
        undo.push(() -> {
            before.keepConsumer();
            before.open();
            registered.restore(successor.service(), service, model);
        });
        before.giveUpConsumer();
        registered.exchange(service, successor.service(), successor.model());
        successor.route().keepConsumer();
        successor.route().open();
        done.add(() -> retired.add(false, before::isBusy, before::dispose));
    }

    /** A route with an entrance of its own: a new one, or one that listens elsewhere or otherwise than before. */
    private void enter(RouteDefinition model, Deque<Undo> undo, List<Runnable> done) throws Exception {
        String id = model.getRouteId();
        LiveRoute before = registered.route(id);
        if (before != null && registered.service(id) != null) {
            move(model, before, undo, done);
            return;
        }
        if (before != null) {
            // It was never started.
            registered.remove(id);
        }
        Candidate first = Candidate.of(camel, model, null);
        undo.push(() -> registered.remove(id));
        registered.add(first.service(), model);
    }

    private void move(RouteDefinition model, LiveRoute before, Deque<Undo> undo, List<Runnable> done) throws Exception {
        RouteService service = registered.service(before.getId());
        RouteDefinition old = registered.model(before.getId());
        boolean overlaps = entrances.overlaps(before);
        if (!overlaps) {
            undo.push(() -> entrances.reopen(before));
            entrances.close(before);
        }
        Candidate successor = Candidate.of(camel, model, null);
        undo.push(() -> {
            registered.restore(successor.service(), service, old);
            successor.route().dispose();
        });
        registered.exchange(service, successor.service(), model);
        done.add(() -> {
            if (overlaps) {
                entrances.pause(before);
            }
            retired.add(false, () -> before.isBusy() || before.gate().inside() > 0, before::dispose);
        });
    }

    private void leave(String id) {
        LiveRoute route = registered.route(id);
        if (route == null) {
            return;
        }
        leaving.add(id);
        boolean called = entrances.isCalled(route);
        try {
            if (!called) {
                entrances.close(route);
            }
        } catch (Exception e) {
            LOG.warn("{} did not close well ({})", id, e.getClass().getSimpleName());
        }
        retired.add(called, () -> route.gate().inside() > 0 || route.isBusy(), () -> remove(id));
    }

    private synchronized void remove(String id) {
        // It may have come back meanwhile.
        if (leaving.remove(id)) {
            try {
                registered.remove(id);
            } catch (Exception e) {
                LOG.warn("{} did not stop well ({})", id, e.getClass().getSimpleName());
            }
        }
    }

    private static void takeBack(Deque<Undo> undo) {
        for (Undo step : undo) {
            try {
                step.run();
            } catch (Exception e) {
                LOG.warn("an edit was not taken back whole ({})", e.getClass().getSimpleName());
            }
        }
    }

    void sweep() {
        retired.sweep();
    }

    Gate gate(String id) {
        LiveRoute route = registered.route(id);
        return route == null ? null : route.gate();
    }
}
