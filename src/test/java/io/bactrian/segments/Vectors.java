package io.bactrian.segments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;

/** What Twilio's own calculator says of a text, as it is and with Smart Encoding. */
class Vectors implements ArgumentsProvider {

    @Override
    public Stream<? extends Arguments> provideArguments(ExtensionContext context) throws IOException {
        try (InputStream file = Vectors.class.getResourceAsStream("/twilio-segment-vectors.json")) {
            JsonNode vectors = new ObjectMapper().readTree(file).get("vectors");
            return StreamSupport.stream(vectors.spliterator(), false)
                    .map(vector -> Arguments.of(
                            vector.get("id").asText(),
                            vector.get("text").asText(),
                            counted(vector),
                            counted(vector.get("smartEncoding"))));
        }
    }

    private static Counted counted(JsonNode said) {
        return new Counted(said.get("encoding").asText(), said.get("segments").asInt());
    }

    record Counted(String encoding, int segments) {

        static Counted of(String text) {
            Segments segments = Segments.of(text);
            return new Counted(segments.encoding().toString(), segments.count());
        }
    }
}
