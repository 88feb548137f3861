package io.bactrian.camel;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import java.util.function.Predicate;

/**
 * The contract as Camel is to serve it: each operation by the name of its route, and none that is switched off. Several
 * operations may have one route. What an answer is written in is left out: of several, Camel would refuse callers who ask for
 * one by name.
 */
final class ServedContract {

    private final ApiRequests requests;
    private final Predicate<String> isServed;

    ServedContract(ApiRequests requests, Predicate<String> isServed) {
        this.requests = requests;
        this.isServed = isServed;
    }

    OpenAPI of(OpenAPI contract) {
        Paths paths = new Paths();
        contract.getPaths().forEach((path, item) -> {
            PathItem served = served(item);
            if (!served.readOperations().isEmpty()) {
                paths.addPathItem(path, served);
            }
        });
        return new OpenAPI().paths(paths);
    }

    private PathItem served(PathItem item) {
        PathItem served = new PathItem();
        item.readOperationsMap().forEach((method, operation) -> {
            if (isServed.test(operation.getOperationId())) {
                served.operation(method, byRoute(operation));
            }
        });
        return served;
    }

    private Operation byRoute(Operation operation) {
        return new Operation()
                .operationId(requests.route(operation.getOperationId()))
                .requestBody(operation.getRequestBody());
    }
}
