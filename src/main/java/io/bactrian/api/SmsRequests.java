package io.bactrian.api;

import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.limits.ApiRates;
import io.bactrian.messages.MessageLog;
import io.bactrian.optout.LearnedOptOuts;
import io.bactrian.outbound.LoopGuard;
import io.bactrian.outbound.OutcomeWaiters;
import io.bactrian.outbound.Progress;
import io.bactrian.outbound.Recipients;
import io.bactrian.security.Caller;
import io.bactrian.web.Problem;
import io.bactrian.web.Refused;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** What it takes to send a message for a caller. */
@Component
public class SmsRequests {

    static final String HAS_OPTED_OUT = "belongs to somebody who opted out";

    private final MessageLog log;
    private final Drafts drafts;
    private final MessageIds ids;
    private final Recipients recipients;
    private final LoopGuard guard;
    private final OutcomeWaiters waiters;
    private final ApiRates rates;

    SmsRequests(
            MessageLog log,
            Drafts drafts,
            MessageIds ids,
            Recipients recipients,
            LoopGuard guard,
            OutcomeWaiters waiters,
            ApiRates rates) {
        this.log = log;
        this.drafts = drafts;
        this.ids = ids;
        this.recipients = recipients;
        this.guard = guard;
        this.waiters = waiters;
        this.rates = rates;
    }

    /**
     * The message that the caller wants sent, not queued yet.
     *
     * @param newId what its id is to be made of, so that the same call again makes the same message; or null
     * @throws Refused where it cannot be made of what they gave, or they queue too much at one time
     */
    public OutgoingMessage draft(SendRequest request, Caller caller, String newId) {
        rates.charge(caller.tenant(), 1);
        return drafts.draft(request, caller, newId == null ? ids.next() : MessageIds.of(newId), null);
    }

    /**
     * The message once more, not queued yet. Its id is made of that of the first
     * one, so that it is sent once more however often somebody asks.
     *
     * @throws Refused where there is none, or it did not fail
     */
    public OutgoingMessage again(Parameters parameters, Caller caller) {
        OutgoingMessage failed =
                log.outgoing(caller.tenant(), parameters.text("id")).orElseThrow(Refused::notFound);
        if (failed.status() != MessageStatus.FAILED && failed.status() != MessageStatus.UNDELIVERED) {
            throw Refused.conflict("id", "is that of a message that did not fail");
        }
        rates.charge(caller.tenant(), 1);
        return drafts.again(failed, caller, MessageIds.again(failed.id()));
    }

    /**
     * Lets the message through where nobody asked for the contrary.
     *
     * @param wishes the recipient's last ones
     * @throws Refused where they asked not to be texted by its sender
     */
    public void refuseOptedOut(OutgoingMessage message, List<OptOutChange> wishes) {
        if (recipients.hasOptedOut(message, wishes)) {
            throw Refused.unprocessable("to", HAS_OPTED_OUT, LearnedOptOuts.CODE);
        }
    }

    /**
     * Lets the message through where the same text has not gone to the same number too often just now.
     *
     * @throws Refused where it has
     */
    public void refuseRepeated(OutgoingMessage message) {
        Duration wait = guard.wait(message);
        if (wait != null) {
            throw new Refused(Problem.tooMany("The same text has gone to this number too often just now.", wait));
        }
    }

    /** What becomes of the queued message while the caller waits: not at all for one that is not due yet. */
    public CompletableFuture<Progress> outcome(OutgoingMessage message, Parameters parameters) {
        boolean later = message.nextAttemptAt().isAfter(message.queuedAt());
        Duration patience = later ? Duration.ZERO : Patience.of(parameters.text("Prefer"));
        return waiters.await(message, patience);
    }
}
