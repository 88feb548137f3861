package io.bactrian.camel;

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
 * no header. On the way out, what the route ends with is written as the answer, and a failure as a problem.
 */
@Component
class ApiEdge extends DefaultRestOpenapiProcessorStrategy {

    private final ApiRequests requests;
    private final ApiAnswers answers;
    private final Callers callers;

    ApiEdge(ApiRequests requests, ApiAnswers answers, Callers callers) {
        this.requests = requests;
        this.answers = answers;
        this.callers = callers;
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
        try {
            enter(call, exchange);
        } catch (RuntimeException refusal) {
            exchange.setException(refusal);
            answers.write(call, exchange);
            callback.done(true);
            return true;
        }
        return super.process(contract, operation, verb, path, binding, exchange, doneSync -> {
            answers.write(call, exchange);
            callback.done(doneSync);
        });
    }

    private void enter(String call, Exchange exchange) {
        Optional<Caller> caller = callers.current();
        requests.refuseStrangers(call, caller);
        caller.ifPresent(known -> exchange.setVariable("caller", known));
        exchange.setVariable("parameters", requests.checked(call, exchange.getMessage()));
        exchange.getMessage().removeHeaders("*");
    }
}
