package io.bactrian.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** The contract as it is written, with its references followed. */
final class ContractTree {

    private static final String REFERENCE = "$ref";

    private final JsonNode root;

    ContractTree(String yaml) {
        try {
            root = new YAMLMapper().readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode at(String name) {
        return root.path(name);
    }

    /** What the node refers to, or the node itself. */
    JsonNode follow(JsonNode node) {
        JsonNode there = node;
        while (there.has(REFERENCE)) {
            there = root.at(there.get(REFERENCE).asText().substring(1));
        }
        return there;
    }
}
