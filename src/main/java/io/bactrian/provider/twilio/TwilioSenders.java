package io.bactrian.provider.twilio;

import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Sender;
import io.bactrian.optout.Senders;
import org.springframework.stereotype.Component;

/** As {@link TwilioRequests} sends it: through the service where one is set and the message names nobody. */
@Component
class TwilioSenders implements Senders {

    private final TwilioAccount account;

    TwilioSenders(TwilioAccount account) {
        this.account = account;
    }

    @Override
    public Sender of(OutgoingMessage message) {
        if (message.from() == null && account.messagingServiceSid() != null) {
            return new Sender(null, account.messagingServiceSid());
        }
        PhoneNumber number = message.from() == null ? account.sender() : message.from();
        return new Sender(number, null);
    }
}
