package io.bactrian.provider.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was said in the latest calls, which Twilio itself does not tell. */
@RestController
@WhileSimulated
class PlacedCalls {

    private static final int MOST = 50;

    /**
     * A call without its numbers.
     *
     * @param id our own, or null where the call has no callback
     * @param say what was said, or null
     * @param url where its instructions are, or null
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Placed(String sid, String id, String status, String say, String url, Instant placedAt) {

        static Placed of(SimulatedMessage call) {
            return new Placed(
                    call.sid(),
                    CallbackUrl.lastSegment(call.statusCallback()),
                    call.status().toString(),
                    call.call().say(),
                    call.call().url(),
                    call.createdAt());
        }

        @Override
        public String toString() {
            return "Placed[" + sid + "]";
        }
    }

    private final MessageBook book;

    PlacedCalls(MessageBook book) {
        this.book = book;
    }

    /** Newest first. */
    @GetMapping(path = "/simulator/calls", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, List<Placed>> latest() {
        return Map.of(
                "items",
                book.newestFirst(null, SimulatedMessage::isCall, null, MOST).messages().stream()
                        .map(Placed::of)
                        .toList());
    }
}
