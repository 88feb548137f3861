package io.bactrian.api;

import io.bactrian.security.Caller;
import io.bactrian.trace.MessageTrace;
import io.bactrian.trace.MessageTraces;
import org.springframework.stereotype.Component;

/** What callers ask about why a message went where it went. */
@Component
public class TraceRequests {

    private final MessageTraces traces;

    TraceRequests(MessageTraces traces) {
        this.traces = traces;
    }

    /** Null where the caller's tenant has no message of that id. */
    public MessageTrace trace(Parameters parameters, Caller caller) {
        return traces.of(caller.tenant(), parameters.text("id")).orElse(null);
    }
}
