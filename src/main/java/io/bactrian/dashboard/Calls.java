package io.bactrian.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bactrian.api.Answer;
import io.bactrian.api.InnerCall;
import io.bactrian.api.InnerCalls;
import io.bactrian.security.Callers;
import io.bactrian.web.Problem;
import io.bactrian.web.Refused;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * All that a page can ask or do: the calls of the contract, in the name of whoever is logged in, checked, audited and
 * answered as if they had come by HTTP. So no page ever holds an unmasked number, and none can do what the API cannot.
 */
@Component
public class Calls {

    private final InnerCalls calls;
    private final Callers callers;
    private final ObjectMapper json;

    Calls(InnerCalls calls, Callers callers, ObjectMapper json) {
        this.calls = calls;
        this.callers = callers;
        this.json = json;
    }

    /** A call without a body. Parameters that are null or empty are left out. */
    public Reply call(String operation, Map<String, ?> parameters) {
        return call(operation, parameters, null);
    }

    /**
     * A call of the contract.
     *
     * @param operation its operationId
     * @param parameters by name, wherever the contract has them; those that are null or empty are left out
     * @param body written as JSON; a {@code String} is JSON already
     */
    public Reply call(String operation, Map<String, ?> parameters, Object body) {
        Map<String, String> given = new HashMap<>();
        parameters.forEach((name, value) -> {
            if (value != null && !value.toString().isEmpty()) {
                given.put(name, value.toString());
            }
        });
        Answer answer = calls.call(
                new InnerCall(operation, given, written(body), callers.current().orElseThrow(), address()));
        return new Reply(answer, json);
    }

    private String written(Object body) {
        try {
            return body == null || body instanceof String ? (String) body : json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String address() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
                .getRequest()
                .getRemoteAddr();
    }

    /** What came of a call. */
    public static final class Reply {

        private final Answer answer;
        private final ObjectMapper json;

        Reply(Answer answer, ObjectMapper json) {
            this.answer = answer;
            this.json = json;
        }

        public int status() {
            return answer.status();
        }

        public boolean isGood() {
            return status() < 300;
        }

        /** Why it was refused, in words for a person, with the fields that are to blame. */
        public Problem problem() {
            return Replies.problem(json, answer);
        }

        /**
         * The answer as it is, for a browser to keep.
         *
         * @throws Refused where the call was refused
         */
        public ResponseEntity<String> asFile(String name) {
            if (!isGood()) {
                throw new Refused(problem());
            }
            return ResponseEntity.ok()
                    .header(HttpHeaders.CONTENT_TYPE, answer.headers().get(HttpHeaders.CONTENT_TYPE))
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                    .body(answer.body().toString());
        }

        /**
         * The answer, read into a record that has the fields which the page shows and no others.
         *
         * @throws Refused where the call was refused; the page then says why
         */
        public <T> T as(Class<T> type) {
            if (!isGood()) {
                throw new Refused(problem());
            }
            return Replies.read(json, answer, type);
        }
    }
}
