package io.bactrian.camel.live;

import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.Resource;
import org.apache.camel.spi.RouteFactory;

/** Makes every route one that can be replaced while it runs. */
final class LiveRouteFactory implements RouteFactory {

    @Override
    public Route createRoute(
            CamelContext camel,
            NamedNode definition,
            String id,
            String description,
            String note,
            Endpoint endpoint,
            Resource source) {
        return new LiveRoute(camel, definition, id, description, note, endpoint, source);
    }
}
