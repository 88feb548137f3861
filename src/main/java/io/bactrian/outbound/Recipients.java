package io.bactrian.outbound;

import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.AttemptResult;
import io.bactrian.domain.ChangesNothing;
import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.OptOutSource;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.ProviderException;
import io.bactrian.optout.LearnedOptOuts;
import io.bactrian.optout.Senders;
import io.bactrian.optout.Wishes;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps us from texting people who asked us not to. */
@Component("recipients")
@ChangesNothing
public class Recipients {

    private final Senders senders;
    private final LearnedOptOuts learned;

    Recipients(Senders senders, LearnedOptOuts learned) {
        this.senders = senders;
        this.learned = learned;
    }

    /** Whom a message is for, as the port that finds opt-outs takes it. */
    public List<PhoneNumber> of(OutgoingMessage message) {
        return List.of(message.phoneNumber());
    }

    /**
     * The same message, where its recipient may be texted by its sender.
     *
     * @param wishes the recipient's last words on it
     * @throws ProviderException rejected, with {@link LearnedOptOuts#CODE}
     */
    public OutgoingMessage allow(OutgoingMessage message, List<OptOutChange> wishes) {
        if (hasOptedOut(message, wishes)) {
            throw ProviderException.refusedHere(LearnedOptOuts.CODE, "the recipient has opted out");
        }
        return message;
    }

    /** Whether the recipient asked not to be texted by whom the message would come from. */
    public boolean hasOptedOut(OutgoingMessage message, List<OptOutChange> wishes) {
        return new Wishes(wishes).against(senders.of(message), message.tenant()) != null;
    }

    /**
     * The wish that a provider has told us by refusing a message, with that message for its evidence; null where it was
     * taken, refused for something else, or known to us already.
     *
     * @param wishes what we knew before
     */
    public OptOutChange learned(OutgoingMessage message, AttemptOutcome outcome, List<OptOutChange> wishes) {
        boolean refused = outcome.result() == AttemptResult.REJECTED && LearnedOptOuts.CODE.equals(outcome.errorCode());
        return refused && !hasOptedOut(message, wishes)
                ? learned.of(message, OptOutSource.REFUSAL, outcome.endedAt())
                : null;
    }
}
