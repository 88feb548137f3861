package io.bactrian.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the simulator accepted, and what it did.
 *
 * @param accepted by our id, which its callback URL carries
 */
record Truth(Map<String, List<Accepted>> accepted, JsonNode counters) {

    /** @param status in the words of our log */
    record Accepted(String sid, String status) {}

    static Truth of(Simulator simulator) throws IOException {
        Map<String, List<Accepted>> accepted = new HashMap<>();
        String cursor = "";
        JsonNode page;
        do {
            page = simulator.truth("?limit=10000" + cursor);
            for (JsonNode item : page.get("items")) {
                accepted.computeIfAbsent(item.get("id").asText(), id -> new ArrayList<>())
                        .add(new Accepted(
                                item.get("sid").asText(), item.get("status").asText()));
            }
            cursor = "&cursor=" + page.path("nextCursor").asText();
        } while (page.hasNonNull("nextCursor"));
        if (page.at("/counters/forgotten").asInt() > 0) {
            throw new IllegalStateException("the simulator has forgotten what it accepted");
        }
        return new Truth(accepted, page.get("counters"));
    }
}
