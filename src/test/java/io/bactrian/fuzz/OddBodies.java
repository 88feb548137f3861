package io.bactrian.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes a body wrong: mostly so that it still is JSON, and in its structure close to what is expected. */
final class OddBodies {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Odd odd;

    OddBodies(Odd odd) {
        this.odd = odd;
    }

    void spoil(Draft draft) {
        try {
            JsonNode tree = JSON.readTree(draft.body);
            if (tree instanceof ObjectNode && odd.below(10) < 7) {
                for (int times = 1 + odd.below(3); times > 0; times--) {
                    draft.whatIsOdd.add(spoilTree(tree));
                }
                draft.body = text(tree, odd.oneIn(8)).getBytes(StandardCharsets.UTF_8);
            } else {
                spoilBytes(draft);
            }
        } catch (IOException e) {
            spoilBytes(draft); // spoiled once already, and no JSON any more
        }
    }

    private String spoilTree(JsonNode tree) {
        List<JsonNode> places = new ArrayList<>();
        collect(tree, places);
        JsonNode place = odd.any(places);
        return place instanceof ObjectNode object ? spoilObject(object) : spoilArray((ArrayNode) place);
    }

    private static void collect(JsonNode node, List<JsonNode> places) {
        if (node.isContainerNode()) {
            places.add(node);
            node.forEach(child -> collect(child, places));
        }
    }

    private String spoilObject(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty() || odd.oneIn(4)) {
            // What looks like the name of a field is repeated, and may be: that one was not known.
            String name = odd.oneIn(3)
                    ? odd.text().replace(Canary.TEXT, "a")
                    : odd.any(List.of("colour", "id", "tenant", "__proto__", "@type"));
            object.set(name, odd.value());
            return "a field more";
        }
        String name = odd.any(names);
        if (odd.oneIn(4)) {
            object.remove(name);
            return name + " missing";
        }
        object.set(name, odd.value());
        return name + " odd";
    }

    private String spoilArray(ArrayNode array) {
        switch (odd.below(4)) {
            case 0 -> array.removeAll();
            case 1 -> array.add(odd.value());
            case 2 ->
                array.insert(0, array.isEmpty() ? odd.value() : array.get(0).deepCopy());
            default -> {
                JsonNode row = array.isEmpty() ? odd.value() : array.get(0);
                for (int more = odd.below(1100); more > 0; more--) {
                    array.add(row);
                }
            }
        }
        return "a list of " + array.size();
    }

    /** With its first field given twice, where it has one. */
    private static String text(JsonNode tree, boolean doubled) throws JsonProcessingException {
        String text = JSON.writeValueAsString(tree);
        return doubled && tree.size() > 0
                ? "{" + JSON.writeValueAsString(tree.fieldNames().next()) + ":1," + text.substring(1)
                : text;
    }

    private void spoilBytes(Draft draft) {
        draft.whatIsOdd.add("bytes");
        byte[] body = draft.body;
        draft.body = switch (odd.below(8)) {
            case 0 -> Arrays.copyOf(body, odd.below(body.length + 1));
            case 1 -> flipped(body);
            case 2 -> odd.bytes(odd.below(2000));
            case 3 -> ("\uFEFF" + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
            case 4 -> "[".repeat(1 + odd.below(20_000)).getBytes(StandardCharsets.UTF_8);
            case 5 -> new String(body, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16);
            case 6 -> ("{\"a\":".repeat(1 + odd.below(5_000)) + "1").getBytes(StandardCharsets.UTF_8);
            default ->
                ("{\"to\": 1" + "0".repeat(odd.below(3_000)) + "e" + odd.below(99999) + "}")
                        .getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] flipped(byte[] body) {
        byte[] flipped = body.clone();
        for (int times = 1 + odd.below(8); times > 0 && flipped.length > 0; times--) {
            flipped[odd.below(flipped.length)] ^= (byte) (1 << odd.below(8));
        }
        return flipped;
    }
}
