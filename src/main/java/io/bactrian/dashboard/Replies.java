package io.bactrian.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bactrian.api.Answer;
import io.bactrian.web.FieldError;
import io.bactrian.web.Problem;
import java.util.ArrayList;
import java.util.List;

/** Reads the answers of the API as pages want them. */
final class Replies {

    private Replies() {}

    static <T> T read(ObjectMapper json, Answer answer, Class<T> type) {
        try {
            return json.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(answer.body().toString());
        } catch (JsonProcessingException e) {
            // Its message would quote the answer.
            throw new IllegalStateException("an answer of the API is not what a page knows: " + type.getSimpleName());
        }
    }

    static Problem problem(ObjectMapper json, Answer answer) {
        JsonNode problem = read(json, answer, JsonNode.class);
        List<FieldError> errors = new ArrayList<>();
        problem.path("errors")
                .forEach(error -> errors.add(new FieldError(
                        error.path("field").asText(), error.path("message").asText())));
        return Problem.of(answer.status(), problem.path("detail").asText(), errors);
    }
}
