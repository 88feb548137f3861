package io.bactrian.provider.twilio;

import com.twilio.rest.api.v2010.account.Call;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.ProviderException;
import io.bactrian.domain.ProviderException.Failure;
import io.bactrian.domain.Receipt;
import io.bactrian.voice.Speech;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * A call of ours in the terms of Twilio's, one method a parameter, and the answer in ours
 * (https://www.twilio.com/docs/voice/api/call-resource).
 */
@Component
public class TwilioCallRequests {

    /** Texts can come from a short code, a name or a messaging service; a call cannot. */
    private static final Pattern CAN_CALL = Pattern.compile("\\+[1-9]\\d{6,14}");

    /** Twilio's own code for a call without a sender. */
    private static final String NO_SENDER = "21213";

    /** All there are: the first comes as soon as Twilio has the call, with our id, and settles what became of it. */
    private static final List<String> EVENTS = List.of("initiated", "ringing", "answered", "completed");

    private final TwilioAccount account;

    TwilioCallRequests(TwilioAccount account) {
        this.account = account;
    }

    public PhoneNumber to(OutgoingMessage call) {
        return new PhoneNumber(call.phoneNumber().value());
    }

    /**
     * The number that shows at the other end.
     *
     * @throws ProviderException rejected, where none is set: other messages may still go
     */
    public PhoneNumber from(OutgoingMessage call) {
        PhoneNumber sender = sender(call);
        if (sender == null) {
            throw new ProviderException(
                    Failure.REJECTED, NO_SENDER, "a call needs a phone number to come from, and none is set", null);
        }
        return sender;
    }

    /** Null where neither the call nor the account names a number that a call can come from. */
    PhoneNumber sender(OutgoingMessage call) {
        io.bactrian.domain.PhoneNumber sender = call.from() == null ? account.sender() : call.from();
        return sender == null || !CAN_CALL.matcher(sender.value()).matches() ? null : new PhoneNumber(sender.value());
    }

    /** Where Twilio reports what becomes of the call; our id is in the path, so a report may come before the sid. */
    public URI statusCallback(OutgoingMessage call) {
        return TwilioCallbacks.ofCall(account, call.id());
    }

    public List<String> statusCallbackEvent() {
        return EVENTS;
    }

    /** What is said. */
    public Twiml twiml(OutgoingMessage call) {
        return new Twiml(Speech.document(call.messageContent()));
    }

    /**
     * Where Twilio fetches what is to happen in the call.
     *
     * @throws ProviderException rejected, where it is no URL
     */
    public URI url(OutgoingMessage call) {
        try {
            return URI.create(call.mediaUrl().get(0));
        } catch (IllegalArgumentException e) {
            throw new ProviderException(Failure.REJECTED, "21205", "the URL of the call is invalid", null);
        }
    }

    /** @throws ProviderException outcome unknown, where the answer names no call */
    public Receipt receipt(Call answer) {
        if (answer == null || answer.getSid() == null || answer.getSid().isBlank()) {
            throw new ProviderException(Failure.UNKNOWN, null, "Twilio's answer names no call", null);
        }
        return new Receipt(
                TwilioAccount.PROVIDER,
                answer.getSid(),
                null,
                answer.getDateCreated() == null ? null : answer.getDateCreated().toInstant());
    }
}
