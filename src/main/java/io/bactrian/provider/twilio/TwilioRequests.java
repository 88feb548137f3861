package io.bactrian.provider.twilio;

import com.twilio.rest.api.v2010.account.Message;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.ProviderException;
import io.bactrian.domain.ProviderException.Failure;
import io.bactrian.domain.Receipt;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** A message of ours in the terms of Twilio's call, one method a parameter, and the answer in ours. */
@Component
public class TwilioRequests {

    /** Seconds; what Twilio takes at the most, and takes where nothing is said. */
    private static final long LONGEST_VALIDITY = 36_000;

    private final TwilioAccount account;
    private final Clock clock;

    public TwilioRequests(TwilioAccount account, Clock clock) {
        this.account = account;
        this.clock = clock;
    }

    /** How many seconds Twilio may take to pass it on, or null where that is its own limit anyway. */
    public Integer validityPeriod(OutgoingMessage message) {
        if (message.validUntil() == null) {
            return null;
        }
        long left = Duration.between(clock.instant(), message.validUntil()).toSeconds();
        return left >= LONGEST_VALIDITY ? null : Integer.valueOf((int) Math.max(1, left));
    }

    public com.twilio.type.PhoneNumber to(OutgoingMessage message) {
        return TwilioAddress.of(message.channel(), message.phoneNumber());
    }

    /** Null where a messaging service chooses the sender. */
    public com.twilio.type.PhoneNumber from(OutgoingMessage message) {
        if (messagingServiceSid(message) != null) {
            return null;
        }
        PhoneNumber sender = message.from() == null ? account.sender() : message.from();
        return TwilioAddress.of(message.channel(), sender);
    }

    /** Null where the message names its sender, or no service is set. */
    public String messagingServiceSid(OutgoingMessage message) {
        return message.from() == null ? account.messagingServiceSid() : null;
    }

    /** The text, or null where there is none. The SDK drops a parameter whose value is the word null, but for a space. */
    public String body(OutgoingMessage message) {
        String text = message.messageContent();
        if (text.isEmpty()) {
            return null;
        }
        return text.equals("null") ? "null " : text;
    }

    /** Where Twilio reports what becomes of the message; our id is in the path, so a report may come before the sid. */
    public URI statusCallback(OutgoingMessage message) {
        return TwilioCallbacks.ofMessage(account, message.id());
    }

    /**
     * In order, empty where there are none.
     *
     * @throws ProviderException rejected, where one of them is no URL
     */
    public List<URI> mediaUrl(OutgoingMessage message) {
        try {
            return message.mediaUrl().stream().map(URI::create).toList();
        } catch (IllegalArgumentException e) {
            throw new ProviderException(Failure.REJECTED, "21620", "a media URL is invalid", null);
        }
    }

    /** @throws ProviderException outcome unknown, where the answer names no message */
    public Receipt receipt(Message answer) {
        if (answer == null || answer.getSid() == null || answer.getSid().isBlank()) {
            throw new ProviderException(Failure.UNKNOWN, null, "Twilio's answer names no message", null);
        }
        return new Receipt(
                TwilioAccount.PROVIDER,
                answer.getSid(),
                segments(answer.getNumSegments()),
                answer.getDateCreated() == null ? null : answer.getDateCreated().toInstant());
    }

    /** Twilio says 0 while it has not chosen a sender. */
    private static Integer segments(String text) {
        boolean known = text != null && text.matches("[1-9]\\d{0,3}");
        return known ? Integer.valueOf(text) : null;
    }
}
