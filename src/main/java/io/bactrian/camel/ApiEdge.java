package io.bactrian.camel;

import io.bactrian.security.Callers;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumerAware;
import org.apache.camel.component.rest.openapi.DefaultRestOpenapiProcessorStrategy;
import org.apache.camel.support.processor.RestBindingAdvice;
import org.springframework.stereotype.Component;

/** The edge of the HTTP API: brings what comes by HTTP to {@link ApiCalls}. */
@Component
class ApiEdge extends DefaultRestOpenapiProcessorStrategy {

    private final ApiRequests requests;
    private final ApiCalls calls;
    private final Callers callers;

    ApiEdge(ApiRequests requests, ApiCalls calls, Callers callers) {
        this.requests = requests;
        this.calls = calls;
        this.callers = callers;
    }

    @Override
    public void validateOpenApi(OpenAPI contract, String basePath, PlatformHttpConsumerAware http) throws Exception {
        // Otherwise everything below a path would come here too: /api/users/ would pass for /api/users.
        ((PlatformHttpEndpoint) http.getPlatformHttpConsumer().getEndpoint()).setMatchOnUriPrefix(false);
        ServedContract served = new ServedContract(requests, call -> calls.isServed(call, getCamelContext()));
        super.validateOpenApi(served.of(contract), basePath, http);
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
        HttpServletRequest request =
                exchange.getMessage().getHeader(Exchange.HTTP_SERVLET_REQUEST, HttpServletRequest.class);
        Operation route = new Operation().operationId(requests.route(call));
        return calls.handle(
                new ApiCalls.Bringing(
                        call,
                        callers.current(),
                        request.getRemoteAddr(),
                        () -> requests.brought(call, exchange.getMessage())),
                exchange,
                done -> super.process(contract, route, verb, path, binding, exchange, done),
                callback);
    }
}
