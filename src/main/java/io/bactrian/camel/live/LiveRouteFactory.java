package io.bactrian.camel.live;

import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.impl.engine.DefaultRoute;
import org.apache.camel.spi.Resource;
import org.apache.camel.spi.RouteFactory;

/**
 * Makes every route one that can be replaced while it runs, but for the one that serves the contract: Camel puts the
 * choice of the operation into its steps, and what it chooses are routes that can be.
 */
final class LiveRouteFactory implements RouteFactory {

    private static final String CONTRACT = "rest-openapi:";

    @Override
    public Route createRoute(
            CamelContext camel,
            NamedNode definition,
            String id,
            String description,
            String note,
            Endpoint endpoint,
            Resource source) {
        if (endpoint.getEndpointUri().startsWith(CONTRACT)) {
            return new DefaultRoute(camel, definition, id, description, note, endpoint, source);
        }
        return new LiveRoute(camel, definition, id, description, note, endpoint, source);
    }
}
