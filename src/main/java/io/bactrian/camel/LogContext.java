package io.bactrian.camel;

import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.model.LogDefinition;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** While a route's step writes to the log, the id of its message is in the MDC. No other step is touched. */
@Component
class LogContext implements InterceptStrategy {

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode definition, Processor target, Processor nextTarget) {
        return definition instanceof LogDefinition ? new Logged(target) : target;
    }

    private static final class Logged extends DelegateAsyncProcessor {

        Logged(Processor target) {
            super(target);
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            String id = Subject.of(exchange);
            if (id == null) {
                return super.process(exchange, callback);
            }
            // The step after it may run inside of this call, so the id is taken away before the callback.
            MDC.put(Subject.NAME, id);
            return super.process(exchange, done -> {
                MDC.remove(Subject.NAME);
                callback.done(done);
            });
        }
    }
}
