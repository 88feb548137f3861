package io.bactrian.outbound;

import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.AttemptResult;
import io.bactrian.domain.ChangesNothing;
import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.ProviderException;
import org.springframework.stereotype.Component;

/** Keeps us from texting people who asked us not to. */
@Component("recipients")
@ChangesNothing
public class Recipients {

    /** Twilio's own code for a recipient who opted out, used for ours too so that there is one to look for. */
    public static final String OPTED_OUT = "21610";

    /**
     * The same message, where its recipient may be texted.
     *
     * @param wish the recipient's last word on it, or null
     * @throws ProviderException rejected, with {@link #OPTED_OUT}
     */
    public OutgoingMessage allow(OutgoingMessage message, OptOutChange wish) {
        if (wish != null && wish.optedOut()) {
            throw ProviderException.refusedHere(OPTED_OUT, "the recipient has opted out");
        }
        return message;
    }

    /**
     * The wish that a provider has told us by refusing a message, with that message for its evidence; null where it was
     * taken, refused for something else, or known to us already.
     *
     * @param wish what we knew before, or null
     */
    public OptOutChange learned(OutgoingMessage message, AttemptOutcome outcome, OptOutChange wish) {
        boolean known = wish != null && wish.optedOut();
        if (known || outcome.result() != AttemptResult.REJECTED || !OPTED_OUT.equals(outcome.errorCode())) {
            return null;
        }
        return new OptOutChange(
                message.id(),
                message.phoneNumber(),
                message.from(),
                true,
                "provider",
                outcome.errorCode(),
                outcome.endedAt());
    }
}
