package io.bactrian.camel;

import io.bactrian.api.Answer;
import io.bactrian.api.Parameters;
import io.bactrian.idempotency.Idempotency;
import io.bactrian.idempotency.IdempotentCall;
import io.bactrian.idempotency.KeptAnswer;
import io.bactrian.idempotency.Standing;
import io.bactrian.security.Caller;
import io.bactrian.web.Failures;
import io.bactrian.web.FieldError;
import io.bactrian.web.Problem;
import io.bactrian.web.ProblemAnswers;
import io.bactrian.web.Refused;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Keeps a call with an {@code Idempotency-Key} from being done twice (docs/decisions/0012-repeats-get-the-first-answer.md). */
@Component
class RepeatedCalls {

    private static final String KEY = "Idempotency-Key";

    private final ObjectProvider<Idempotency> idempotency;

    /** Asked for late: Camel's components are made before all else, and must not bring up the store. */
    RepeatedCalls(ObjectProvider<Idempotency> idempotency) {
        this.idempotency = idempotency;
    }

    /**
     * The call as its key makes it known, or null where it has none. Where it is not to be done, the message's body is the
     * {@link Answer}.
     *
     * @throws Refused where the key belongs to another request
     */
    IdempotentCall begin(String operation, Exchange exchange) {
        String key =
                exchange.getVariable("parameters", Parameters.class).values().get(KEY);
        if (key == null) {
            return null;
        }
        Caller caller = exchange.getVariable("caller", Caller.class);
        // A key's id, since keys may share a name, and none may pass for a person of that name.
        String who = caller.via() + ":" + (caller.keyId() == null ? caller.name() : caller.keyId());
        String owner = caller.tenant().length() + ":" + caller.tenant() + who;
        Message message = exchange.getMessage();
        IdempotentCall call = idempotency.getObject().call(key, owner, operation, message.getBody(String.class));
        Standing standing = idempotency.getObject().begin(call);
        switch (standing.kind()) {
            case DO -> exchange.setVariable("newId", standing.newId());
            case REPLAY -> message.setBody(replay(standing.answer()));
            case UNDER_WAY -> message.setBody(underWay());
            case ANOTHER_REQUEST -> throw Refused.conflict(KEY, "belongs to another request");
        }
        return call;
    }

    private static Answer replay(KeptAnswer kept) {
        Map<String, String> headers = new HashMap<>();
        headers.put(Exchange.CONTENT_TYPE, kept.contentType());
        headers.put("Idempotency-Replayed", "true");
        if (kept.location() != null) {
            headers.put("Location", kept.location());
        }
        return new Answer(kept.status(), headers, kept.body());
    }

    private static Answer underWay() {
        Map<String, String> headers =
                Map.of(Exchange.CONTENT_TYPE, Problem.MEDIA_TYPE, "Retry-After", ProblemAnswers.RETRY_AFTER);
        List<FieldError> errors = List.of(new FieldError(KEY, "belongs to a call that is still under way"));
        return new Answer(409, headers, Problem.of(409, "The first call has no answer yet.", errors));
    }

    /** Keeps what was answered. Where that cannot be, the answer is no less true: it is given, and the log says so. */
    void end(IdempotentCall call, Exchange exchange) {
        if (call == null) {
            return;
        }
        Message answer = exchange.getMessage();
        try {
            idempotency
                    .getObject()
                    .end(
                            call,
                            new KeptAnswer(
                                    answer.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class),
                                    answer.getHeader(Exchange.CONTENT_TYPE, String.class),
                                    answer.getHeader("Location", String.class),
                                    new String(answer.getBody(byte[].class), StandardCharsets.UTF_8)));
        } catch (RuntimeException e) {
            Failures.problem("Keeping the answer to an idempotent call", e);
        }
    }
}
