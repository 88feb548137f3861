package io.bactrian.camel;

import io.bactrian.api.Answer;
import io.bactrian.audit.AuditEntry;
import io.bactrian.idempotency.IdempotentCall;
import io.bactrian.security.Caller;
import io.bactrian.security.Callers;
import io.bactrian.web.Refused;
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
 * the variable {@code call} names the operation; where single rows of the body are wrong, the variable {@code rowErrors}; with an {@code Idempotency-Key}, the variable
 * {@code newId} for what the call makes, and a repeat never gets as far as the route;
 * no header. On the way out, what the route ends with is written as the answer, and a failure as a problem. A call that
 * may change something is on record before it begins, and what came of it before it is answered.
 */
@Component
class ApiEdge extends DefaultRestOpenapiProcessorStrategy {

    private final ApiRequests requests;
    private final ApiAnswers answers;
    private final Callers callers;
    private final AuditTrail trail;
    private final RepeatedCalls repeats;

    ApiEdge(ApiRequests requests, ApiAnswers answers, Callers callers, AuditTrail trail, RepeatedCalls repeats) {
        this.requests = requests;
        this.answers = answers;
        this.callers = callers;
        this.trail = trail;
        this.repeats = repeats;
    }

    @Override
    public void validateOpenApi(OpenAPI contract, String basePath, PlatformHttpConsumerAware http) throws Exception {
        // Otherwise everything below a path would come here too: /api/users/ would pass for /api/users.
        ((PlatformHttpEndpoint) http.getPlatformHttpConsumer().getEndpoint()).setMatchOnUriPrefix(false);
        super.validateOpenApi(new ServedContract(requests, this::isServed).of(contract), basePath, http);
    }

    /** A call that may be switched off is, where its route is not there, now as much as at the start. */
    private boolean isServed(String call) {
        return !requests.isOptional(call) || getCamelContext().getRoute(requests.route(call)) != null;
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
        IdempotentCall known = null;
        try {
            if (!isServed(call)) {
                throw Refused.notFound();
            }
            Optional<Caller> caller = callers.current();
            requests.refuseStrangers(call, caller);
            entry = requests.changes(call) ? trail.open(call, caller, exchange) : null;
            enter(call, exchange, caller);
            known = repeats.begin(call, exchange);
        } catch (RuntimeException refusal) {
            exchange.setException(refusal);
            return leave(call, exchange, entry, callback, true);
        }
        if (exchange.getMessage().getBody() instanceof Answer) {
            return leave(call, exchange, entry, callback, true);
        }
        AuditEntry opened = entry;
        IdempotentCall begun = known;
        Operation route = new Operation().operationId(requests.route(call));
        boolean done = super.process(contract, route, verb, path, binding, exchange, doneSync -> {
            repeats.end(begun, written(call, exchange));
            leave(opened, exchange, callback, doneSync);
        });
        return done && opened == null;
    }

    private void enter(String call, Exchange exchange, Optional<Caller> caller) {
        caller.ifPresent(known -> exchange.setVariable("caller", known));
        exchange.setVariable("call", call);
        ApiRequests.Checked checked = requests.checked(call, exchange.getMessage());
        exchange.setVariable("parameters", checked.parameters());
        exchange.setVariable("rowErrors", checked.rows());
        exchange.getMessage().removeHeaders("*");
    }

    private boolean leave(String call, Exchange exchange, AuditEntry entry, AsyncCallback callback, boolean doneSync) {
        return leave(entry, written(call, exchange), callback, doneSync);
    }

    private Exchange written(String call, Exchange exchange) {
        answers.write(call, exchange);
        return exchange;
    }

    /** @return whether the exchange is done */
    private boolean leave(AuditEntry entry, Exchange answered, AsyncCallback callback, boolean doneSync) {
        if (entry == null) {
            callback.done(doneSync);
            return doneSync;
        }
        trail.close(entry, answered, () -> callback.done(false));
        return false;
    }
}
