package io.bactrian.trace;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** Forgets traces when their time is over. */
@Component("traceKeeping")
public class TraceKeeping {

    private final Traces traces;
    private final TraceSettings settings;
    private final Clock clock;

    TraceKeeping(Traces traces, TraceSettings settings, Clock clock) {
        this.traces = traces;
        this.settings = settings;
        this.clock = clock;
    }

    /** How many episodes it was. */
    public int forget() {
        return traces.forget(clock.instant().minus(settings.keep()));
    }
}
