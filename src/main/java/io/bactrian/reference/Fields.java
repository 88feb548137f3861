package io.bactrian.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a schema says of the fields of a body, for a reader. */
final class Fields {

    private static final int DEEPEST = 3;

    private final ContractTree contract;

    Fields(ContractTree contract) {
        this.contract = contract;
    }

    /**
     * One field, or one parameter.
     *
     * @param name with dots where it lies deeper, {@code []} for each entry of a list
     * @param words HTML
     */
    record Field(String name, String type, boolean required, String words) {}

    /** Those of an object, or of the entries of a list, with what lies in them. */
    List<Field> of(JsonNode schema) {
        List<Field> fields = new ArrayList<>();
        collect("", contract.follow(schema), DEEPEST, fields);
        return fields;
    }

    private void collect(String prefix, JsonNode schema, int depth, List<Field> fields) {
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("oneOf").forEach(choice -> collect(prefix, contract.follow(choice), depth, fields));
        schema.path("properties").fields().forEachRemaining(property -> {
            JsonNode inner = contract.follow(property.getValue());
            String name = prefix + property.getKey();
            fields.add(field(name, property.getValue(), required.contains(property.getKey())));
            if (depth > 1) {
                boolean list = inner.has("items");
                JsonNode deeper = list ? contract.follow(inner.get("items")) : inner;
                if (deeper.has("properties")) {
                    collect(name + (list ? "[]." : "."), deeper, depth - 1, fields);
                }
            }
        });
    }

    Field field(String name, JsonNode schema, boolean required) {
        JsonNode inner = contract.follow(schema);
        String words = Words.line(inner.path("description").asText(""));
        return new Field(name, type(inner), required, words);
    }

    /** In words: what kind of value it is, and within which bounds. */
    private String type(JsonNode schema) {
        if (schema.has("oneOf")) {
            return StreamSupport.stream(schema.get("oneOf").spliterator(), false)
                    .map(choice -> type(contract.follow(choice)))
                    .collect(Collectors.joining(", or "));
        }
        if (schema.has("enum")) {
            return StreamSupport.stream(schema.get("enum").spliterator(), false)
                            .map(JsonNode::asText)
                            .collect(Collectors.joining(" | "))
                    + bounds(schema);
        }
        if (schema.has("items")) {
            return "list of " + type(contract.follow(schema.get("items"))) + bounds(schema);
        }
        String type = schema.path("type").asText("any value");
        return schema.path("format").asText(type) + bounds(schema);
    }

    private static String bounds(JsonNode schema) {
        StringBuilder bounds = new StringBuilder();
        range(bounds, schema, "minimum", "maximum", "");
        range(bounds, schema, "minLength", "maxLength", " characters");
        range(bounds, schema, "minItems", "maxItems", " entries");
        if (schema.has("default")) {
            bounds.append(", else ").append(schema.get("default").asText());
        }
        return bounds.toString();
    }

    private static void range(StringBuilder bounds, JsonNode schema, String least, String most, String unit) {
        if (schema.has(least) && schema.has(most)) {
            bounds.append(", %s to %s%s"
                    .formatted(schema.get(least).asText(), schema.get(most).asText(), unit));
        } else if (schema.has(most)) {
            bounds.append(", at most %s%s".formatted(schema.get(most).asText(), unit));
        } else if (schema.has(least)) {
            bounds.append(", at least %s%s".formatted(schema.get(least).asText(), unit));
        }
    }
}
