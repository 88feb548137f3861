package io.bactrian.web;

import java.util.List;

/** A request is not done, and the caller is told why. Its message holds nothing of the request. */
public class Refused extends RuntimeException {

    private final transient Problem problem;

    public Refused(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    /** The request does not keep to the contract (400). */
    public static Refused invalid(List<FieldError> errors) {
        return new Refused(Problem.of(400, "The request does not keep to the contract.", errors));
    }

    public static Refused invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    /** The request keeps to the contract, and still cannot be done (422). */
    public static Refused unprocessable(String field, String message) {
        return unprocessable(field, message, null);
    }

    /** @param errorCode the code by which the SMS world knows the reason */
    public static Refused unprocessable(String field, String message, String errorCode) {
        List<FieldError> errors = List.of(new FieldError(field, message));
        return new Refused(Problem.of(422, "The request cannot be done as it is.", errorCode, errors));
    }

    public static Refused notFound() {
        return new Refused(Problem.of(404));
    }

    public static Refused conflict(String field, String message) {
        return new Refused(
                Problem.of(409, "The request is at odds with what is there.", List.of(new FieldError(field, message))));
    }

    public Problem problem() {
        return problem;
    }
}
