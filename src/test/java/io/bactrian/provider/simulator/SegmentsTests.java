package io.bactrian.provider.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SegmentsTests {

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void countsLikeTwiliosOwnCalculator(String id, String text, int segments) {
        assertThat(Segments.of(text)).isEqualTo(segments);
    }

    static Stream<Arguments> vectors() throws IOException {
        try (InputStream file = SegmentsTests.class.getResourceAsStream("/twilio-segment-vectors.json")) {
            JsonNode vectors = new ObjectMapper().readTree(file).get("vectors");
            return StreamSupport.stream(vectors.spliterator(), false)
                    .map(vector -> Arguments.of(
                            vector.get("id").asText(),
                            vector.get("text").asText(),
                            vector.get("segments").asInt()));
        }
    }
}
