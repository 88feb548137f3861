package io.bactrian.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * Why a request was refused, as RFC 9457 writes it. Nothing in it repeats what the caller sent.
 *
 * @param type always {@code about:blank}: the title is the meaning of the status
 * @param status the HTTP status
 * @param detail in words, for a person
 * @param errorCode a code of the SMS world ({@code 21610}: the person opted out), or null
 * @param errors which fields are to blame
 * @param retryAfter seconds after which to come again, for the header of that name, or null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String errorCode,
        List<FieldError> errors,
        @JsonIgnore Integer retryAfter) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final int SOON = 1;
    private static final Map<Integer, String> DETAILS = Map.of(
            400, "The request cannot be understood.",
            401, "Credentials are needed, or these are not good.",
            403, "This caller may not do this.",
            404, "There is no such thing.",
            405, "This cannot be done here; Allow says what can.",
            413, "The request is too large.",
            415, "The body has to be application/json in UTF-8.",
            500, "Something went wrong here. It has been noted.",
            503, "This cannot be done now. Please try again.");

    /** The caller asks too much for now (429). */
    public static Problem tooMany(String detail, Duration retryAfter) {
        Problem problem = of(429, detail);
        int seconds = (int) Math.max(1, retryAfter.plusMillis(999).toSeconds());
        return new Problem(problem.type, problem.title, 429, detail, null, List.of(), seconds);
    }

    /** The problem that says no more than the status does. */
    public static Problem of(int status) {
        return of(status, DETAILS.getOrDefault(status, "The request was refused."));
    }

    public static Problem of(int status, String detail) {
        return of(status, detail, null, List.of());
    }

    public static Problem of(int status, String detail, List<FieldError> errors) {
        return of(status, detail, null, errors);
    }

    static Problem of(int status, String detail, String errorCode, List<FieldError> errors) {
        HttpStatus known = HttpStatus.resolve(status);
        String title = known == null ? "Refused" : known.getReasonPhrase();
        return new Problem(
                "about:blank", title, status, detail, errorCode, List.copyOf(errors), status == 503 ? SOON : null);
    }
}
