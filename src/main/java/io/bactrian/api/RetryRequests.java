package io.bactrian.api;

import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.limits.ApiRates;
import io.bactrian.messages.MessageLog;
import io.bactrian.security.Caller;
import io.bactrian.web.Refused;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Sends once more, as a message of its own, what did not get there. */
@Component
public class RetryRequests {

    private static final Set<MessageStatus> NOT_THERE = EnumSet.of(MessageStatus.FAILED, MessageStatus.UNDELIVERED);

    private final MessageLog log;
    private final Drafts drafts;
    private final MessageIds ids;
    private final ApiRates rates;

    RetryRequests(MessageLog log, Drafts drafts, MessageIds ids, ApiRates rates) {
        this.log = log;
        this.drafts = drafts;
        this.ids = ids;
        this.rates = rates;
    }

    /**
     * The same text to the same number, not queued yet.
     *
     * @param newId what its id is to be made of, so that the same call again makes the same message; or null
     * @throws Refused where there is no such message, or it did not fail
     */
    public OutgoingMessage draft(Parameters parameters, Caller caller, String newId) {
        OutgoingMessage failed =
                log.outgoing(caller.tenant(), parameters.text("id")).orElseThrow(Refused::notFound);
        if (!NOT_THERE.contains(failed.status())) {
            throw Refused.conflict("id", "is that of a message that has not failed");
        }
        rates.charge(caller.tenant(), 1);
        SendRequest again = new SendRequest(
                failed.phoneNumber().value(),
                null,
                failed.messageContent(),
                failed.from() == null ? null : failed.from().value(),
                failed.mediaUrl(),
                failed.priority(),
                null,
                null,
                null,
                failed.quietHours());
        return drafts.draft(again, failed.channel(), caller, newId == null ? ids.next() : MessageIds.of(newId), null);
    }
}
