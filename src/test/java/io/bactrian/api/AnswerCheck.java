package io.bactrian.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.atlassian.oai.validator.report.ValidationReport.Message;
import io.bactrian.web.Contract;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;

/** Holds every answer that a test gets against the contract. */
public final class AnswerCheck {

    private static final OpenApiInteractionValidator CONTRACT =
            OpenApiInteractionValidator.createForInlineApiSpecification(new Contract().text())
                    .build();
    private static final Set<String> METHODS = Set.of("GET", "POST", "PATCH", "DELETE");

    private AnswerCheck() {}

    static void check(HttpResponse<String> response) {
        String method = response.request().method();
        boolean declared = response.statusCode() < 500 && response.statusCode() != 404;
        if (!METHODS.contains(method) || !declared) {
            return;
        }
        assertThat(complaints(
                        method,
                        response.request().uri().getPath(),
                        response.statusCode(),
                        response.headers().firstValue("Content-Type").orElse(null),
                        response.body()))
                .as("%s %s", method, response.request().uri().getPath())
                .isEmpty();
    }

    /** What the contract says against an answer; nothing of what it does not know. */
    public static List<String> complaints(String method, String path, int status, String contentType, String body) {
        SimpleResponse answer = new SimpleResponse.Builder(status)
                .withContentType(contentType)
                .withBody(body)
                .build();
        return CONTRACT.validateResponse(path, Request.Method.valueOf(method), answer).getMessages().stream()
                .filter(message -> message.getLevel() == Level.ERROR)
                .filter(message -> !message.getKey().equals("validation.request.path.missing"))
                .filter(message -> !message.getKey().equals("validation.request.operation.notAllowed"))
                .map(Message::getMessage)
                .toList();
    }
}
