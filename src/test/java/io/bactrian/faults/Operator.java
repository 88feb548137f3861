package io.bactrian.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/** The operator of the gateways, who sends through again what failed for good. */
final class Operator {

    private static final int ROUNDS = 1_000;

    private final Client client;

    Operator(Client client) {
        this.client = client;
    }

    /**
     * Replays every dead letter of those gateways.
     *
     * @return how many
     */
    int replayAll(List<Program> gateways) throws IOException {
        int replayed = 0;
        for (Program gateway : gateways) {
            for (int round = 0; round < ROUNDS; round++) {
                JsonNode letters = client.get(gateway.port(), "/api/dead-letters?limit=100")
                        .get("items");
                if (letters.isEmpty()) {
                    break;
                }
                for (JsonNode letter : letters) {
                    replay(gateway.port(), letter.get("id").asText());
                    replayed++;
                }
            }
        }
        return replayed;
    }

    private void replay(int port, String id) throws IOException {
        int status = client.post(port, "/api/dead-letters/" + id + "/replay");
        if (status != 200) {
            throw new IllegalStateException("the replay of " + id + " is answered " + status);
        }
    }
}
