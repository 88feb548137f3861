package io.bactrian.spool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bactrian.failure.DeadLetter;
import io.bactrian.failure.JobJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A job as it stands in the spool. */
final class WorkJson {

    private final ObjectMapper json = JobJson.mapper();

    private record Kept(DeadLetter.Kind kind, Object job) {
        @Override
        public String toString() {
            return "Kept[" + kind + "]";
        }
    }

    byte[] write(DeadLetter.Kind kind, Object job) {
        try {
            return json.writeValueAsBytes(new Kept(kind, job));
        } catch (IOException e) {
            throw new UncheckedIOException("a job cannot be written as JSON", e);
        }
    }

    /** What cannot be read is kept as it is, as malformed, so that it ends as a dead letter and holds up nothing. */
    SpooledWork read(SpoolReader.Place place) {
        byte[] content = place.frame().content();
        try {
            JsonNode tree = json.readTree(content);
            DeadLetter.Kind kind = DeadLetter.Kind.valueOf(tree.path("kind").asText());
            return work(place, kind, json.treeToValue(tree.get("job"), kind.type()));
        } catch (IOException | IllegalArgumentException e) {
            return work(place, DeadLetter.Kind.MALFORMED, new String(content, StandardCharsets.UTF_8));
        }
    }

    private static SpooledWork work(SpoolReader.Place place, DeadLetter.Kind kind, Object job) {
        return new SpooledWork(kind, job, place.frame().millis(), place.segment());
    }
}
