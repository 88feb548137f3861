package io.bactrian.api;

import io.bactrian.paging.Page;
import io.bactrian.security.Caller;
import io.bactrian.trial.Candidate;
import io.bactrian.trial.ShadowOrder;
import io.bactrian.trial.ShadowReport;
import io.bactrian.trial.Shadows;
import io.bactrian.trial.TrialRefused;
import io.bactrian.web.FieldError;
import io.bactrian.web.Problem;
import io.bactrian.web.Refused;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Candidates beside the live flows. Whoever may call this belongs to the one tenant that runs the gateway. */
@Component
public class ShadowRequests {

    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int MESSAGES = 1000;

    private final Shadows shadows;

    ShadowRequests(Shadows shadows) {
        this.shadows = shadows;
    }

    /** @throws Refused where the candidate cannot be tried, or another one is running */
    public Answer start(ShadowRequest request, Caller caller) {
        if (!shadows.arePossible()) {
            throw Refused.conflict("candidate", "has nothing to be compared with: sms.trace.enabled is false");
        }
        ShadowOrder order = new ShadowOrder(
                new Candidate(request.candidate()),
                duration(request.duration()),
                Objects.requireNonNullElse(request.messages(), MESSAGES),
                caller.name());
        try {
            ShadowReport begun = shadows.start(order)
                    .orElseThrow(() -> Refused.conflict("candidate", "has to wait: another one is running"));
            return new Answer(201, Map.of("Location", "/api/routes/shadows/" + begun.id()), begun);
        } catch (TrialRefused e) {
            throw new Refused(Problem.of(
                    422,
                    "This cannot be tried.",
                    e.reasons().stream()
                            .map(reason -> new FieldError("candidate", reason))
                            .toList()));
        }
    }

    private static Duration duration(String text) {
        try {
            Duration duration = Duration.parse(text == null ? "PT10M" : text);
            if (duration.compareTo(Duration.ZERO) > 0 && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeException e) {
            throw Refused.unprocessable("for", "is no duration, as PT10M is one");
        }
        throw Refused.unprocessable("for", "has to be longer than nothing and no longer than PT24H");
    }

    /** The newest first. */
    public Page<ShadowReport> list() {
        return new Page<>(shadows.list(), null);
    }

    /** Null where there is none of that id. */
    public ShadowReport show(Parameters parameters) {
        return shadows.find(parameters.text("id")).orElse(null);
    }

    /** As it is afterwards, or null where there is none of that id. */
    public ShadowReport end(Parameters parameters) {
        return shadows.end(parameters.text("id")).orElse(null);
    }
}
