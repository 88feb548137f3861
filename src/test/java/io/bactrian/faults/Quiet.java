package io.bactrian.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** When nothing moves any more: no message is on its way out, and the provider has nothing left to tell. */
final class Quiet {

    private static final List<String> MOVING = List.of("queued", "sending", "sent");

    private final World world;

    Quiet(World world) {
        this.world = world;
    }

    /** Whether it came within that time. Where it does not, the verdict says what is stuck. */
    boolean comesWithin(Duration patience) {
        try {
            Awaitility.await()
                    .atMost(patience)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(this::isThere);
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    private boolean isThere() {
        try {
            return world.spooled() == 0 && nothingIsToldAnyMore() && nothingMoves();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean nothingIsToldAnyMore() throws IOException {
        return world.simulator().counter("moving") == 0;
    }

    private boolean nothingMoves() throws IOException {
        for (String status : MOVING) {
            JsonNode page = world.client().get("/api/messages/outgoing?limit=1&status=" + status);
            if (!page.get("items").isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
