package io.bactrian.camel.live;

import java.util.Collection;
import java.util.List;
import org.apache.camel.Route;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.engine.DefaultRouteStartupOrder;
import org.apache.camel.impl.engine.RouteService;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.LifecycleStrategy;
import org.apache.camel.spi.RouteStartupOrder;

/**
 * What Camel keeps of its routes in several places: the list, the order of their start, their model, and what listens to
 * them coming and going (JMX). Two versions of one route are never in it together.
 */
final class Registered {

    private final DefaultCamelContext camel;
    private final Model models;

    Registered(DefaultCamelContext camel) {
        this.camel = camel;
        this.models = camel.getCamelContextExtension().getContextPlugin(Model.class);
    }

    LiveRoute route(String id) {
        return camel.getRoute(id) instanceof LiveRoute live ? live : null;
    }

    RouteService service(String id) {
        return order().stream()
                .filter(order -> order.getRoute().getId().equals(id))
                .map(order -> ((DefaultRouteStartupOrder) order).getRouteService())
                .findFirst()
                .orElse(null);
    }

    /** Puts a route in the place of the one that had its id; its consumer is started where it is not. */
    void exchange(RouteService before, RouteService after, RouteDefinition model) throws Exception {
        forget(before);
        camel.startRouteService(after, true);
        settle(after, model);
    }

    /** Takes an exchange back. */
    void restore(RouteService failed, RouteService before, RouteDefinition model) throws Exception {
        forget(failed);
        for (LifecycleStrategy strategy : camel.getLifecycleStrategies()) {
            strategy.onRoutesAdd(List.of(before.getRoute()));
        }
        camel.getCamelContextExtension().addRoute(before.getRoute());
        camel.startRouteService(before, true);
        settle(before, model);
    }

    private void settle(RouteService service, RouteDefinition model) {
        order().replaceAll(order -> order.getRoute().getId().equals(service.getId())
                ? new DefaultRouteStartupOrder(order.getStartupOrder(), service.getRoute(), service)
                : order);
        setModel(service.getId(), model);
    }

    void add(RouteService service, RouteDefinition model) throws Exception {
        camel.startRouteService(service, true);
        setModel(service.getId(), model);
    }

    void remove(String id) throws Exception {
        camel.getRouteController().stopRoute(id);
        camel.removeRoute(id);
        setModel(id, null);
    }

    RouteDefinition model(String id) {
        return models.getRouteDefinition(id);
    }

    private void forget(RouteService before) {
        Route route = before.getRoute();
        for (LifecycleStrategy strategy : camel.getLifecycleStrategies()) {
            // What is on show of the old version would keep its names from the new one.
            route.getServices().forEach(service -> strategy.onServiceRemove(camel, service, route, true));
            strategy.onRoutesRemove(List.of(route));
        }
        camel.getCamelContextExtension().removeRoute(route);
    }

    private void setModel(String id, RouteDefinition model) {
        // Camel's own methods on this list hold the same lock.
        synchronized (models) {
            Collection<RouteDefinition> all = models.getRouteDefinitions();
            all.removeIf(one -> id.equals(one.getId()));
            if (model != null) {
                all.add(model);
            }
        }
    }

    private List<RouteStartupOrder> order() {
        return camel.getCamelContextExtension().getRouteStartupOrder();
    }
}
