package io.bactrian.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The operations of the contract, in the order in which it has them. */
final class Calls {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final ContractTree contract;
    private final Fields fields;
    private final Examples examples;

    Calls(ContractTree contract) {
        this.contract = contract;
        this.fields = new Fields(contract);
        this.examples = new Examples(contract);
    }

    /**
     * One operation.
     *
     * @param scope what a caller needs, or null where it is open to all
     * @param summary HTML, as {@code description} is
     * @param body the fields of the request's body
     */
    record Call(
            String id,
            String tag,
            String method,
            String path,
            String scope,
            boolean deprecated,
            String summary,
            String description,
            List<Placed> parameters,
            List<Fields.Field> body,
            List<Examples.Shown> requests,
            List<Outcome> outcomes,
            String curl) {}

    /** @param place path, query or header */
    record Placed(String place, Fields.Field field) {}

    /**
     * What may be answered.
     *
     * @param words HTML
     */
    record Outcome(String status, String words, List<Fields.Field> fields, List<Examples.Shown> examples) {}

    List<Call> all() {
        List<Call> calls = new ArrayList<>();
        contract.at("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> {
                    if (METHODS.contains(operation.getKey())) {
                        calls.add(
                                call(path.getKey(), operation.getKey().toUpperCase(Locale.ROOT), operation.getValue()));
                    }
                }));
        return calls;
    }

    private Call call(String path, String method, JsonNode operation) {
        JsonNode body = contract.follow(operation.path("requestBody"));
        boolean open = !operation.has("x-scope");
        return new Call(
                operation.path("operationId").asText(),
                operation.path("tags").path(0).asText(),
                method,
                path,
                open ? null : operation.get("x-scope").asText(),
                operation.path("deprecated").asBoolean(),
                Words.line(operation.path("summary").asText()),
                Words.paragraphs(operation.path("description").asText("")),
                parameters(operation.path("parameters")),
                fields.of(json(body)),
                examples.of(body.path("content")),
                outcomes(operation.path("responses")),
                examples.curl(method, path, open, body));
    }

    private List<Placed> parameters(JsonNode references) {
        List<Placed> parameters = new ArrayList<>();
        references.forEach(reference -> {
            JsonNode parameter = contract.follow(reference);
            Fields.Field type = fields.field(
                    parameter.get("name").asText(),
                    parameter.path("schema"),
                    parameter.path("required").asBoolean());
            String own = Words.line(parameter.path("description").asText(""));
            parameters.add(new Placed(
                    parameter.get("in").asText(),
                    new Fields.Field(type.name(), type.type(), type.required(), own.isEmpty() ? type.words() : own)));
        });
        return parameters;
    }

    private List<Outcome> outcomes(JsonNode responses) {
        List<Outcome> outcomes = new ArrayList<>();
        responses.fields().forEachRemaining(response -> {
            JsonNode answer = contract.follow(response.getValue());
            boolean good = response.getKey().startsWith("2");
            outcomes.add(new Outcome(
                    response.getKey(),
                    Words.line(answer.path("description").asText()),
                    good ? fields.of(json(answer)) : List.of(),
                    examples.of(answer.path("content"))));
        });
        return outcomes;
    }

    private static JsonNode json(JsonNode holder) {
        return holder.path("content").path("application/json").path("schema");
    }
}
