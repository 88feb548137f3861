package io.bactrian.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bactrian.api.ApiClient.Reply;
import io.bactrian.web.Contract;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every call of the contract, played with its own examples: so a new call is played too, and has to have an example. */
public final class ContractExamples {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Operation> OPERATIONS = new OpenAPIV3Parser()
            .readContents(new Contract().text()).getOpenAPI().getPaths().values().stream()
                    .map(PathItem::readOperations)
                    .flatMap(List::stream)
                    .collect(Collectors.toMap(Operation::getOperationId, operation -> operation));

    private ContractExamples() {}

    public static Stream<Contract.Call> calls() {
        return new Contract().calls().stream();
    }

    /** The bodies that the contract shows for a call; one empty body where it takes none. */
    public static List<String> bodies(Contract.Call call) {
        Operation operation = OPERATIONS.get(call.operationId());
        if (operation.getRequestBody() == null) {
            return List.of("");
        }
        MediaType json = operation.getRequestBody().getContent().get("application/json");
        List<String> bodies = Stream.concat(
                        Stream.ofNullable(json.getExample()),
                        Stream.ofNullable(json.getExamples())
                                .flatMap(examples -> examples.values().stream().map(Example::getValue)))
                .map(ContractExamples::text)
                .toList();
        assertThat(bodies)
                .as("examples of the body of %s in openapi.yaml", call.operationId())
                .isNotEmpty();
        return bodies;
    }

    private static String text(Object example) {
        try {
            return JSON.writeValueAsString(example);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param id what stands in the path, where something does */
    static Reply play(ApiClient api, Contract.Call call, String token, String id, String body) {
        return api.send(request(api, call, id, body).header("Authorization", "Bearer " + token));
    }

    private static HttpRequest.Builder request(ApiClient api, Contract.Call call, String id, String body) {
        HttpRequest.Builder request = api.request(call.path().replaceAll("\\{[^}]+}", id));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return request.method(call.method(), body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }
}
