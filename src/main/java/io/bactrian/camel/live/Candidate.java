package io.bactrian.camel.live;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Route;
import org.apache.camel.Service;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.engine.RouteService;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteDefinitionHelper;
import org.apache.camel.support.service.ServiceHelper;

/** A new version of a route: built, its steps started, and nothing leading into it yet. */
record Candidate(RouteDefinition model, LiveRoute route, RouteService service) {

    /** As Camel makes a route of a definition, but that nothing is registered. */
    static LiveRoute build(DefaultCamelContext camel, RouteDefinition model) throws Exception {
        RouteDefinitionHelper.forceAssignIds(camel, List.of(model));
        if (!model.isPrepared()) {
            RouteDefinitionHelper.prepareRoute(camel, model);
            model.markPrepared();
        }
        RouteDefinitionHelper.forceAssignIds(camel, model.getInput());
        RouteDefinitionHelper.forceAssignIds(camel, model);
        camel.getCamelContextExtension().createRoute(model.getRouteId());
        try {
            Route route = camel.getCamelContextExtension()
                    .getContextPlugin(Model.class)
                    .getModelReifierFactory()
                    .createRoute(camel, model);
            return (LiveRoute) route;
        } finally {
            camel.getCamelContextExtension().createRoute(null);
        }
    }

    /** @param before whose consumer it takes over, or null where it gets its own */
    static Candidate of(DefaultCamelContext camel, RouteDefinition model, LiveRoute before) throws Exception {
        LiveRoute route = build(camel, model);
        if (before != null) {
            route.inherit(before);
        }
        Candidate candidate = new Candidate(model, route, new RouteService(route));
        try {
            candidate.startSteps();
            return candidate;
        } catch (Exception e) {
            candidate.dispose();
            throw e;
        }
    }

    private void startSteps() {
        service.setUp();
        for (Service step : steps()) {
            ServiceHelper.startService(step);
        }
    }

    void dispose() {
        ServiceHelper.stopAndShutdownServices(steps().toArray());
    }

    private List<Service> steps() {
        List<Service> steps = new ArrayList<>(route.getServices());
        steps.remove(route.getConsumer());
        return steps;
    }
}
