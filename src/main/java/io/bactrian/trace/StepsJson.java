package io.bactrian.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** The steps of an episode as every store keeps them: one text. */
public final class StepsJson {

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final TypeReference<List<TraceStep>> STEPS = new TypeReference<>() {};

    private StepsJson() {}

    public static String write(List<TraceStep> steps) {
        try {
            return JSON.writeValueAsString(steps);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("steps cannot be written", e);
        }
    }

    /** None where the text cannot be read: a trace is no reason to fail. */
    public static List<TraceStep> read(String text) {
        try {
            return JSON.readValue(text, STEPS);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return List.of();
        }
    }
}
