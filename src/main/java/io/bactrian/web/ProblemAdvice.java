package io.bactrian.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns what the web server refuses before any route sees it (404, 405, 415, too busy) into problems. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception refusal, Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(Problem.of(status.value()), headers);
    }

    @ExceptionHandler
    ResponseEntity<Object> handleAnythingElse(Exception failure, HttpServletRequest request) {
        return answer(Failures.problem("A " + request.getMethod() + " request", failure), new HttpHeaders());
    }

    private static ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
        HttpHeaders all = new HttpHeaders();
        all.putAll(headers);
        all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.status() == 503) {
            all.set(HttpHeaders.RETRY_AFTER, ProblemAnswers.RETRY_AFTER);
        }
        return ResponseEntity.status(problem.status()).headers(all).body(problem);
    }
}
