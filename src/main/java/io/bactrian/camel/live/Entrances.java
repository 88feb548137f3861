package io.bactrian.camel.live;

import java.util.Set;
import java.util.function.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.service.ServiceHelper;

/** How exchanges come into routes: which entrances stay while a route goes, and how one is closed and opened again. */
final class Entrances {

    /** What other routes of ours call: it stays until no old version can call it any more. */
    private static final Set<String> CALLED = Set.of("direct", "seda");

    private final DefaultCamelContext camel;
    private final Consumer<org.apache.camel.Consumer> unmap;

    /** @param unmap takes a consumer's URL out of the web server */
    Entrances(DefaultCamelContext camel, Consumer<org.apache.camel.Consumer> unmap) {
        this.camel = camel;
        this.unmap = unmap;
    }

    boolean isCalled(LiveRoute route) {
        return CALLED.contains(scheme(route));
    }

    /** Two consumers may take from one queue: the new one is opened before the old one is closed. */
    boolean overlaps(LiveRoute route) {
        return scheme(route).equals("seda");
    }

    private static String scheme(LiveRoute route) {
        String uri = route.getEndpoint().getEndpointUri();
        return uri.substring(0, uri.indexOf(':'));
    }

    /** Takes nothing more, and ends what it has taken. */
    void pause(LiveRoute route) {
        ServiceHelper.suspendService(route.getConsumer());
    }

    /** Nothing new comes in; what has come in goes on. */
    void close(LiveRoute route) throws Exception {
        unmap.accept(route.getConsumer());
        ServiceHelper.stopService(route.getConsumer());
        if (!isCalled(route)) {
            // A quartz endpoint holds its trigger's name, which the next one wants.
            camel.removeEndpoint(route.getEndpoint());
        }
    }

    void reopen(LiveRoute route) throws Exception {
        Endpoint endpoint = route.getEndpoint();
        if (!isCalled(route)) {
            camel.addEndpoint(endpoint.getEndpointUri(), endpoint);
            ServiceHelper.startService(endpoint);
        }
        ServiceHelper.startService(route.getConsumer());
    }
}
