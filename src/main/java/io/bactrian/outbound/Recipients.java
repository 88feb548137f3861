package io.bactrian.outbound;

import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.ProviderException;
import org.springframework.stereotype.Component;

/** Keeps us from texting people who asked us not to. */
@Component("recipients")
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
            throw ProviderException.notAsked(
                    ProviderException.Failure.REJECTED, OPTED_OUT, "the recipient has opted out");
        }
        return message;
    }
}
