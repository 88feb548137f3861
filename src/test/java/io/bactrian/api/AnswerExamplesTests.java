package io.bactrian.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.bactrian.web.Contract;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the contract shows of each answer is what a caller may get. */
class AnswerExamplesTests {

    private static final String JSON = "application/json";

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void everyAnswerInJsonHasAnExampleThatKeepsToItsSchema() throws Exception {
        List<String> faults = new ArrayList<>();
        for (var path : contract().getPaths().entrySet()) {
            for (var operation : path.getValue().readOperationsMap().entrySet()) {
                for (Map.Entry<String, ApiResponse> answer : good(operation.getValue())) {
                    int status = Integer.parseInt(answer.getKey());
                    faults(path.getKey(), operation.getKey().name(), status, answer.getValue())
                            .forEach(faults::add);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private List<String> faults(String path, String method, int status, ApiResponse answer) throws Exception {
        MediaType shown =
                answer.getContent() == null ? null : answer.getContent().get(JSON);
        if (shown == null) {
            return List.of();
        }
        List<String> faults = new ArrayList<>();
        for (Object example : examples(shown)) {
            String body = json.writeValueAsString(example);
            List<String> complaints = example == null
                    ? List.of("there is no example")
                    : AnswerCheck.complaints(method, path.replaceAll("\\{\\w+}", "x1"), status, JSON, body);
            complaints.forEach(fault -> faults.add("%s %s, %d: %s".formatted(method, path, status, fault)));
        }
        return faults;
    }

    /** One, that may be missing, or several by name. */
    private static Iterable<Object> examples(MediaType shown) {
        return shown.getExamples() == null
                ? Collections.singleton(shown.getExample())
                : shown.getExamples().values().stream().map(Example::getValue).toList();
    }

    private static Iterable<Map.Entry<String, ApiResponse>> good(Operation operation) {
        return operation.getResponses().entrySet().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .toList();
    }

    private static OpenAPI contract() {
        ParseOptions whole = new ParseOptions();
        whole.setResolve(true);
        whole.setResolveFully(true);
        return new OpenAPIV3Parser()
                .readContents(new Contract().text(), null, whole)
                .getOpenAPI();
    }
}
