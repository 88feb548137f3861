package io.bactrian.provider.twilio;

import com.twilio.base.ResourceSet;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.ProviderCannotTell;
import io.bactrian.domain.Receipt;
import io.bactrian.segments.PlainText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Looks in Twilio's list of messages for one whose create call ended without an answer. */
@Component
public class TwilioSearch {

    private static final long PAGE = 100;
    private static final long MOST = 500;

    /** Twilio's clock and ours may differ by this much. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private static final String TRIAL = "Sent from your Twilio trial account -";

    private final TwilioRestClient client;
    private final TwilioRequests requests;

    public TwilioSearch(TwilioRestClient client, TwilioRequests requests) {
        this.client = client;
        this.requests = requests;
    }

    /**
     * Those that went to the same recipient, from the same sender, with the same text, since the message was queued.
     *
     * @throws ProviderCannotTell where so many went to that recipient since that not all can be looked at
     * @throws RuntimeException where Twilio cannot be asked; then nothing is known yet
     */
    public List<Receipt> find(OutgoingMessage message) {
        var reader = Message.reader().setTo(requests.to(message)).setPageSize(PAGE);
        if (requests.from(message) != null) {
            reader.setFrom(requests.from(message));
        }
        reader.limit(MOST);
        ResourceSet<Message> listed = reader.read(client);
        List<Receipt> found = new ArrayList<>();
        int recent = 0;
        for (Message candidate : listed) {
            recent += isRecent(candidate, message) ? 1 : 0;
            if (isSame(candidate, message)) {
                found.add(requests.receipt(candidate));
            }
        }
        if (found.isEmpty() && recent >= MOST) {
            throw new ProviderCannotTell("more messages went to the recipient than Twilio is asked for");
        }
        return found;
    }

    private boolean isSame(Message candidate, OutgoingMessage message) {
        return isRecent(candidate, message)
                && (candidate.getTo() == null
                        || candidate.getTo().equals(requests.to(message).getEndpoint()))
                && sameMedia(candidate.getNumMedia(), message.mediaUrl().size())
                && sameText(candidate.getBody(), message.messageContent());
    }

    private static boolean isRecent(Message candidate, OutgoingMessage message) {
        Instant earliest = message.queuedAt().minus(CLOCK_SKEW);
        return candidate.getDateCreated() == null
                || !candidate.getDateCreated().toInstant().isBefore(earliest);
    }

    private static boolean sameMedia(String theirs, int ours) {
        return theirs == null || theirs.equals(String.valueOf(ours));
    }

    /**
     * The whole text, since another text may end in the same words. A trial account puts words of its own in front, and
     * a service with smart encoding writes some characters otherwise.
     */
    private static boolean sameText(String theirs, String ours) {
        String text = theirs == null ? "" : theirs.strip();
        String without = text.startsWith(TRIAL) ? text.substring(TRIAL.length()).strip() : text;
        return PlainText.of(without).equals(PlainText.of(ours.strip()));
    }
}
