package io.bactrian.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bactrian.api.AnswerCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What is to be true of every answer, however odd the request. */
final class AnswerRules {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern INSIDE =
            Pattern.compile("\\bat [\\w.$]+\\(|Exception|(?:org|java|jakarta|io)\\.[a-z]+\\.[\\w.]+|(?i)stack ?trace");
    private static final Pattern HEADER_OF_REQUEST =
            Pattern.compile("(?i)camel.*|authorization|breadcrumb.*|x-injected|cookie");
    /** Anywhere but in a text, which is as it was written. */
    private static final Pattern WHOLE_NUMBER =
            Pattern.compile("\"(?:phoneNumber|to|from)\"\\s*:\\s*\"[^\"]*" + Canary.DIGITS);

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private AnswerRules() {}

    /** What is wrong, in words; nothing where all is well. */
    static List<String> broken(Draft draft, Answered answer) {
        List<String> broken = new ArrayList<>();
        if (answer.status() == 0) {
            return List.of("no answer");
        }
        if (answer.status() >= 500 && !isBusy(answer) && !isNoProxy(draft, answer)) {
            broken.add("status " + answer.status());
        }
        answer.headers().keySet().stream()
                .filter(name -> HEADER_OF_REQUEST.matcher(name).matches())
                .forEach(name -> broken.add("a header of the request comes back: " + name));
        if (Canary.in(answer.headers().toString()).isPresent()) {
            broken.add("a header of the answer tells what was sent");
        }
        if (answer.status() >= 400) {
            refusal(draft, answer, broken);
        } else if (answer.status() >= 200) {
            success(draft, answer, broken);
        }
        return broken;
    }

    private static boolean isBusy(Answered answer) {
        return answer.status() == 503 && !answer.header("Retry-After").isEmpty();
    }

    private static boolean isNoProxy(Draft draft, Answered answer) {
        return answer.status() == 501 && draft.method.equals("CONNECT");
    }

    private static void refusal(Draft draft, Answered answer, List<String> broken) {
        Canary.in(answer.body()).ifPresent(found -> broken.add("a refusal repeats what was sent"));
        if (INSIDE.matcher(answer.body()).find()) {
            broken.add("a refusal shows the inside");
        }
        // What the provider refused for good is told by the result; the contract has it.
        boolean result = answer.status() == 422 && answer.header("Content-Type").startsWith("application/json");
        if (!draft.method.equals("HEAD") && !result && !draft.operation.equals(WebhookDrafts.OPERATION)) {
            problem(answer, broken);
        }
    }

    private static void problem(Answered answer, List<String> broken) {
        if (!answer.header("Content-Type").startsWith("application/problem+json")) {
            broken.add("a refusal with " + answer.status() + " is no problem document but "
                    + answer.header("Content-Type"));
            return;
        }
        JsonNode problem = json(answer.body());
        if (problem.path("status").asInt() != answer.status()
                || problem.path("detail").asText().isBlank()) {
            broken.add("a problem without its status or detail");
        }
        for (JsonNode error : problem.path("errors")) {
            if (error.path("field").asText().isBlank()
                    || error.path("message").asText().isBlank()) {
                broken.add("an error without its field or message");
            }
        }
    }

    private static void success(Draft draft, Answered answer, List<String> broken) {
        if (WHOLE_NUMBER.matcher(answer.body()).find()) {
            broken.add("an answer tells a whole number");
        }
        if (answer.status() < 300 && METHODS.contains(draft.method) && draft.path.matches("[\\w/.-]+")) {
            AnswerCheck.complaints(
                            draft.method,
                            draft.path,
                            answer.status(),
                            answer.headers().get("Content-Type"),
                            answer.body())
                    .forEach(complaint -> broken.add("not as the contract says: " + complaint));
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
