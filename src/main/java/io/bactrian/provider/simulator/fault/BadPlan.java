package io.bactrian.provider.simulator.fault;

import io.bactrian.web.FieldError;
import java.util.List;

/** A plan that cannot be. */
final class BadPlan extends RuntimeException {

    private final transient List<FieldError> errors;

    BadPlan(List<FieldError> errors) {
        super("the plan cannot be", null, false, false);
        this.errors = errors;
    }

    BadPlan(String field, String message) {
        this(List.of(new FieldError(field, message)));
    }

    List<FieldError> errors() {
        return errors;
    }
}
