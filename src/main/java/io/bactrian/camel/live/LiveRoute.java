package io.bactrian.camel.live;

import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.RouteAware;
import org.apache.camel.Service;
import org.apache.camel.impl.engine.DefaultRoute;
import org.apache.camel.spi.Resource;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.AsyncProcessorConverterHelper;
import org.apache.camel.support.service.ServiceHelper;

/** A route whose consumer leads through a {@link Gate}, and may be taken over by the next version of the route. */
final class LiveRoute extends DefaultRoute {

    private Processor steps;
    private RouteVersion version;
    private Gate gate;
    private Consumer inherited;

    LiveRoute(
            CamelContext camel,
            NamedNode definition,
            String id,
            String description,
            String note,
            Endpoint endpoint,
            Resource source) {
        super(camel, definition, id, description, note, endpoint, source);
    }

    @Override
    public void setProcessor(Processor processor) {
        steps = processor;
        version = new RouteVersion(AsyncProcessorConverterHelper.convert(processor));
        gate = new Gate(version);
        super.setProcessor(gate);
    }

    @Override
    public Processor getProcessor() {
        return steps;
    }

    /** Takes consumer and gate over; until {@link #open} the gate goes on leading to the old steps. */
    void inherit(LiveRoute before) {
        inherited = before.getConsumer();
        gate = before.gate;
        super.setProcessor(gate);
    }

    void open() {
        gate.lead(version);
    }

    /** Once its consumer is the new version's, it stops with the steps no more. */
    void giveUpConsumer() {
        getServices().remove(getConsumer());
    }

    void keepConsumer() {
        if (!getServices().contains(getConsumer())) {
            getServices().add(0, getConsumer());
        }
        if (getConsumer() instanceof RouteAware aware) {
            aware.setRoute(this);
        }
    }

    Gate gate() {
        return gate;
    }

    RouteVersion version() {
        return version;
    }

    /** Whether an exchange is in the steps, or something that one has left behind. */
    boolean isBusy() {
        return version.inside() > 0
                || getServices().stream()
                        .anyMatch(service -> service != getConsumer()
                                && service instanceof ShutdownAware aware
                                && aware.getPendingExchangesSize() > 0);
    }

    /** Stops the steps for good, and the consumer too where it has not been given up. */
    void dispose() {
        ServiceHelper.stopAndShutdownServices(getServices().toArray());
    }

    @Override
    public Consumer getConsumer() {
        return inherited == null ? super.getConsumer() : inherited;
    }

    @Override
    protected void gatherServices(List<Service> services) throws Exception {
        if (inherited == null) {
            super.gatherServices(services);
        } else {
            services.add(inherited);
            addAll(services, getOnCompletions());
            addAll(services, getOnExceptions());
        }
        addAll(services, List.of(steps));
    }

    private static void addAll(List<Service> services, Iterable<Processor> processors) {
        for (Processor processor : processors) {
            if (processor instanceof Service service) {
                Set<Service> all = ServiceHelper.getChildServices(service);
                all.stream().filter(one -> !services.contains(one)).forEach(services::add);
            }
        }
    }
}
