package io.bactrian.camel.trial;

import java.util.Map;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;

/** Stands for every component but {@code direct}: what is sent to it is told and not sent, and nothing ever comes from it. */
final class NothingComponent extends DefaultComponent {

    private final Scene scene;

    NothingComponent(Scene scene) {
        this.scene = scene;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        parameters.clear();
        return new Nothing(uri, this);
    }

    private final class Nothing extends DefaultEndpoint {

        Nothing(String uri, NothingComponent component) {
            super(uri, component);
        }

        @Override
        public boolean isLenientProperties() {
            return true;
        }

        @Override
        public boolean isSingleton() {
            return true;
        }

        @Override
        public Producer createProducer() {
            String address = getEndpointUri().replaceFirst("\\?.*", "").replace("://", ":");
            return new DefaultProducer(this) {
                @Override
                public void process(Exchange exchange) {
                    scene.play().would(address, exchange.getMessage().getBody());
                }
            };
        }

        @Override
        public Consumer createConsumer(Processor processor) {
            return new DefaultConsumer(this, processor);
        }
    }
}
