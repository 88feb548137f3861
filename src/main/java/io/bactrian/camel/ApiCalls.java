package io.bactrian.camel;

import io.bactrian.api.Answer;
import io.bactrian.audit.AuditEntry;
import io.bactrian.idempotency.IdempotentCall;
import io.bactrian.security.Caller;
import io.bactrian.web.Refused;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/**
 * A call of the API from its first check to its answer, whoever brought it: HTTP, or a page of the dashboard. On the way
 * in it is held against the contract, and of it the route gets the body ({@code String}), the variable
 * {@code parameters} and, where the call is not open to all, the variable {@code caller}; the variable {@code call} names
 * the operation; where single rows of the body are wrong, the variable {@code rowErrors}; with an
 * {@code Idempotency-Key}, the variable {@code newId} for what the call makes, and a repeat never gets as far as the
 * route; no header. On the way out, what the route ends with is written as the answer, and a failure as a problem. A call
 * that may change something is on record before it begins, and what came of it before it is answered.
 */
@Component
class ApiCalls {

    private final ApiRequests requests;
    private final ApiAnswers answers;
    private final AuditTrail trail;
    private final RepeatedCalls repeats;

    ApiCalls(ApiRequests requests, ApiAnswers answers, AuditTrail trail, RepeatedCalls repeats) {
        this.requests = requests;
        this.answers = answers;
        this.trail = trail;
        this.repeats = repeats;
    }

    /**
     * Who brings what.
     *
     * @param operation of the contract
     * @param address from where
     * @param request read after the call is on record
     */
    record Bringing(String operation, Optional<Caller> caller, String address, Supplier<ApiRequests.Brought> request) {}

    /** A call that may be switched off is, where its route is not there, now as much as at the start. */
    boolean isServed(String operation, CamelContext context) {
        return !requests.isOptional(operation) || context.getRoute(requests.route(operation)) != null;
    }

    /**
     * @param route does it; true where it was done at once
     * @return whether the exchange is done
     */
    boolean handle(Bringing bringing, Exchange exchange, Predicate<AsyncCallback> route, AsyncCallback callback) {
        String call = bringing.operation();
        AuditEntry entry = null;
        IdempotentCall known = null;
        try {
            if (!isServed(call, exchange.getContext())) {
                throw Refused.notFound();
            }
            requests.refuseStrangers(call, bringing.caller());
            entry = requests.changes(call)
                    ? trail.open(call, bringing.caller(), bringing.address(), exchange.getContext())
                    : null;
            enter(bringing, exchange);
            known = repeats.begin(call, exchange);
        } catch (RuntimeException refusal) {
            exchange.setException(refusal);
            return leave(entry, written(call, exchange), callback, true);
        }
        if (exchange.getMessage().getBody() instanceof Answer) {
            return leave(entry, written(call, exchange), callback, true);
        }
        AuditEntry opened = entry;
        IdempotentCall begun = known;
        boolean done = route.test(doneSync -> {
            repeats.end(begun, written(call, exchange));
            leave(opened, exchange, callback, doneSync);
        });
        return done && opened == null;
    }

    private void enter(Bringing bringing, Exchange exchange) {
        bringing.caller().ifPresent(known -> exchange.setVariable("caller", known));
        exchange.setVariable("call", bringing.operation());
        ApiRequests.Brought brought = bringing.request().get();
        ApiRequests.Checked checked = requests.checked(bringing.operation(), brought);
        exchange.setVariable("parameters", checked.parameters());
        exchange.setVariable("rowErrors", checked.rows());
        exchange.getMessage().setBody(brought.request().body());
        exchange.getMessage().removeHeaders("*");
    }

    private Exchange written(String call, Exchange exchange) {
        answers.write(call, exchange);
        return exchange;
    }

    /** @return whether the exchange is done */
    private boolean leave(AuditEntry entry, Exchange answered, AsyncCallback callback, boolean doneSync) {
        if (entry == null) {
            callback.done(doneSync);
            return doneSync;
        }
        trail.close(entry, answered, () -> callback.done(false));
        return false;
    }
}
