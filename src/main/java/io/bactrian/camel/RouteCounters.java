package io.bactrian.camel;

import io.bactrian.domain.OptOutChange;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.springframework.stereotype.Component;

/** Counts what goes through each route, and the wishes that go through the port of opt-outs. */
@Component
class RouteCounters implements RoutePolicyFactory {

    private final MeterRegistry meters;

    RouteCounters(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode route) {
        return routeId.equals("record-opt-out") ? new CountedWishes(routeId) : new Counted(routeId);
    }

    /** Two counters that are looked up once; gone with the route, so that routes that come and go leave none behind. */
    private class Counted extends RoutePolicySupport {

        private final Counter completed;
        private final Counter failed;

        Counted(String routeId) {
            completed = counter(routeId, "completed");
            failed = counter(routeId, "failed");
        }

        private Counter counter(String routeId, String result) {
            return Counter.builder("sms.routes.exchanges")
                    .description("What went through a route")
                    .tags("route", routeId, "result", result)
                    .register(meters);
        }

        @Override
        public void onExchangeDone(Route route, Exchange exchange) {
            (exchange.isFailed() ? failed : completed).increment();
        }

        @Override
        public void onRemove(Route route) {
            meters.remove(completed);
            meters.remove(failed);
        }
    }

    private final class CountedWishes extends Counted {

        CountedWishes(String routeId) {
            super(routeId);
        }

        @Override
        public void onExchangeDone(Route route, Exchange exchange) {
            super.onExchangeDone(route, exchange);
            Object body = exchange.getMessage().getBody();
            if (!exchange.isFailed()) {
                Collection<?> wishes = body instanceof Collection<?> list ? list : List.of(body);
                wishes.forEach(wish -> count((OptOutChange) wish));
            }
        }

        private void count(OptOutChange wish) {
            meters.counter("sms.opt.outs", "source", wish.source().toString(), "change", wish.optedOut() ? "out" : "in")
                    .increment();
        }
    }
}
