package io.bactrian.api;

import io.bactrian.domain.Channel;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.security.Caller;
import io.bactrian.voice.Speech;
import io.bactrian.web.Refused;
import org.springframework.stereotype.Component;

/** What it takes to place a call for a caller. From the outbox on, a call is a message like any other. */
@Component
public class CallRequests {

    private final Drafts drafts;
    private final MessageIds ids;

    CallRequests(Drafts drafts, MessageIds ids) {
        this.drafts = drafts;
        this.ids = ids;
    }

    /**
     * The call that the caller wants placed, not queued yet.
     *
     * @param newId what its id is to be made of, so that the same request again makes the same call; or null
     * @throws Refused where it cannot be made of what they gave
     */
    public OutgoingMessage draft(CallRequest request, Caller caller, String newId) {
        checkContent(request);
        String id = newId == null ? ids.next() : MessageIds.of(newId);
        return drafts.draft(request.asMessage(), Channel.VOICE, caller, id, null);
    }

    private static void checkContent(CallRequest request) {
        if (request.say() == null && request.url() == null) {
            throw Refused.unprocessable("say", "or url is required");
        }
        if (request.say() != null && request.url() != null) {
            throw Refused.unprocessable("url", "cannot be given beside say");
        }
        if (request.say() != null) {
            checkSpeech(request.say());
        }
    }

    private static void checkSpeech(String text) {
        Texts.checked("say", text);
        if (!Speech.isSayable(text)) {
            throw Refused.unprocessable("say", "holds a character that cannot be said");
        }
        if (!Speech.fits(text)) {
            throw Refused.unprocessable(
                    "say", "takes more than " + Speech.MOST_CHARACTERS + " characters once it is written as TwiML");
        }
    }
}
