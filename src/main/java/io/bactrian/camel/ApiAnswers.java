package io.bactrian.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bactrian.api.Answer;
import io.bactrian.web.Failures;
import io.bactrian.web.Problem;
import io.bactrian.web.Refused;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/** Writes what a route of the API ends with: an {@link Answer}, any other record (200), nothing (404), or a failure. */
@Component
class ApiAnswers {

    private final ObjectMapper json;

    ApiAnswers(ObjectMapper json) {
        this.json = json;
    }

    void write(String call, Exchange exchange) {
        Exception failure = exchange.getException();
        Answer answer = failure == null
                ? answer(exchange.getMessage().getBody())
                : problem(Failures.problem("The call " + call, failure));
        try {
            write(answer, exchange);
        } catch (JsonProcessingException e) {
            // Jackson's own failure to write must not pass for the caller's failure to write JSON.
            writeUnwritable(call, exchange, e);
        }
    }

    private void writeUnwritable(String call, Exchange exchange, JsonProcessingException failure) {
        try {
            write(
                    problem(Failures.problem(
                            "The call " + call,
                            new IllegalStateException(failure.getClass().getName()))),
                    exchange);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answer answer(Object body) {
        if (body instanceof Answer answer) {
            return answer;
        }
        return body == null ? problem(Refused.notFound().problem()) : Answer.of(200, body);
    }

    private static Answer problem(Problem problem) {
        Map<String, String> headers = new HashMap<>(Map.of(Exchange.CONTENT_TYPE, Problem.MEDIA_TYPE));
        if (problem.retryAfter() != null) {
            headers.put("Retry-After", problem.retryAfter().toString());
        }
        return new Answer(problem.status(), headers, problem);
    }

    private void write(Answer answer, Exchange exchange) throws JsonProcessingException {
        byte[] body = answer.body() instanceof String text
                ? text.getBytes(StandardCharsets.UTF_8)
                : json.writeValueAsBytes(answer.body());
        exchange.setException(null);
        exchange.setRollbackOnly(false);
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status());
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        answer.headers().forEach(message::setHeader);
        message.setBody(body);
    }
}
