package io.bactrian.failure;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;

/** A dead letter as a file of JSON. */
final class DeadLetterJson {

    private final ObjectMapper json = JobJson.mapper().enable(SerializationFeature.INDENT_OUTPUT);

    byte[] write(DeadLetter letter) throws IOException {
        return json.writeValueAsBytes(letter);
    }

    DeadLetter read(Path file, String id) {
        try {
            JsonNode tree = json.readTree(file.toFile());
            DeadLetter.Kind kind = DeadLetter.Kind.valueOf(tree.get("kind").asText());
            return new DeadLetter(
                    tree.get("id").asText(),
                    Instant.parse(tree.get("at").asText()),
                    tree.get("route").asText(),
                    tree.get("step").asText(),
                    json.treeToValue(tree.get("cause"), Cause.class),
                    kind,
                    json.treeToValue(tree.get("job"), kind.type()));
        } catch (IOException e) {
            throw new UncheckedIOException("the dead letter " + id + " cannot be read", e);
        }
    }

    /** Reads no further than step and cause, which stand before the job. */
    DeadLetterFacts.Facts facts(Path file) throws IOException {
        String step = null;
        String cause = null;
        try (JsonParser parser = json.createParser(file.toFile())) {
            parser.nextToken();
            while ((step == null || cause == null) && parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                step = field.equals("step") ? parser.getText() : step;
                cause = field.equals("cause") ? line(parser) : cause;
                parser.skipChildren();
            }
        }
        if (step == null || cause == null) {
            throw new IOException("no step or no cause");
        }
        return new DeadLetterFacts.Facts(step, cause);
    }

    private static String line(JsonParser parser) throws IOException {
        String line = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean wanted = parser.currentName().equals("line");
            parser.nextToken();
            line = wanted ? parser.getText() : line;
            parser.skipChildren();
        }
        return line;
    }
}
