package io.bactrian.camel;

import io.bactrian.audit.AuditEntry;
import io.bactrian.security.Caller;
import io.bactrian.security.Callers;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import java.util.Optional;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumerAware;
import org.apache.camel.component.rest.openapi.DefaultRestOpenapiProcessorStrategy;
import org.apache.camel.support.processor.RestBindingAdvice;
import org.springframework.stereotype.Component;

/**
 * The edge of the HTTP API. On the way in, a request is held against the contract, and of it the route gets the body
 * ({@code String}), the variable {@code parameters} and, where the call is not open to all, the variable {@code caller};
 * no header. On the way out, what the route ends with is written as the answer, and a failure as a problem. A call that
 * may change something is on record before it begins, and what came of it before it is answered.
 */
@Component
class ApiEdge extends DefaultRestOpenapiProcessorStrategy {

    private final ApiRequests requests;
    private final ApiAnswers answers;
    private final Callers callers;
    private final AuditTrail trail;

    ApiEdge(ApiRequests requests, ApiAnswers answers, Callers callers, AuditTrail trail) {
        this.requests = requests;
        this.answers = answers;
        this.callers = callers;
        this.trail = trail;
    }

    @Override
    public void validateOpenApi(OpenAPI contract, String basePath, PlatformHttpConsumerAware http) throws Exception {
        // Otherwise everything below a path would come here too: /api/users/ would pass for /api/users.
        ((PlatformHttpEndpoint) http.getPlatformHttpConsumer().getEndpoint()).setMatchOnUriPrefix(false);
        super.validateOpenApi(contract, basePath, http);
    }

    @Override
    public boolean process(
            OpenAPI contract,
            Operation operation,
            String verb,
            String path,
            RestBindingAdvice binding,
            Exchange exchange,
            AsyncCallback callback) {
        String call = operation.getOperationId();
        AuditEntry entry = null;
        try {
            Optional<Caller> caller = callers.current();
            requests.refuseStrangers(call, caller);
            entry = requests.changes(call) ? trail.open(call, caller, exchange) : null;
            enter(call, exchange, caller);
        } catch (RuntimeException refusal) {
            exchange.setException(refusal);
            return leave(call, exchange, entry, callback, true);
        }
        AuditEntry opened = entry;
        boolean done = super.process(
                contract,
                operation,
                verb,
                path,
                binding,
                exchange,
                doneSync -> leave(call, exchange, opened, callback, doneSync));
        return done && opened == null;
    }

    private void enter(String call, Exchange exchange, Optional<Caller> caller) {
        caller.ifPresent(known -> exchange.setVariable("caller", known));
        exchange.setVariable("parameters", requests.checked(call, exchange.getMessage()));
        exchange.getMessage().removeHeaders("*");
    }

    /** @return whether the exchange is done */
    private boolean leave(String call, Exchange exchange, AuditEntry entry, AsyncCallback callback, boolean doneSync) {
        answers.write(call, exchange);
        if (entry == null) {
            callback.done(doneSync);
            return doneSync;
        }
        trail.close(entry, exchange, () -> callback.done(false));
        return false;
    }
}
