package io.bactrian.camel;

import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.springframework.stereotype.Component;

/**
 * Remembers in which step of which route a failure began, since Camel itself only knows at which edge it ended. Message
 * history would know too, but costs every exchange that does not fail.
 */
@Component
public class FailedStep implements InterceptStrategy {

    private static final String PROPERTY = "bactrian.failedStep";

    private record Failure(Throwable cause, String step) {}

    /** {@code route/step} of the failure that the exchange has, or null. */
    public static String of(Exchange exchange) {
        Failure failure = exchange.getProperty(PROPERTY, Failure.class);
        return failure == null ? null : failure.step();
    }

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode definition, Processor target, Processor nextTarget) {
        return new Watch(target, definition.getParentId(), definition.getId(), definition.getShortName());
    }

    private static final class Watch extends DelegateAsyncProcessor {

        private final String step;

        Watch(Processor target, String parent, String id, String kind) {
            super(target);
            this.step = (parent == null ? kind : parent) + "/" + id;
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            return super.process(exchange, done -> {
                note(exchange);
                callback.done(done);
            });
        }

        /** The innermost step is the first to see a failure; those around it see the same one again. */
        private void note(Exchange exchange) {
            Throwable cause = exchange.getException();
            if (cause == null) {
                return;
            }
            Failure known = exchange.getProperty(PROPERTY, Failure.class);
            if (known == null || known.cause() != cause) {
                exchange.setProperty(PROPERTY, new Failure(cause, step));
            }
        }
    }
}
