package io.bactrian.provider.twilio;

import com.twilio.base.ResourceSet;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.type.PhoneNumber;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.ProviderCannotTell;
import io.bactrian.domain.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Looks in Twilio's list of calls for one whose create call ended without an answer. Twilio does not tell what was said
 * in a call, so that recipient, sender and time have to do.
 */
@Component
public class TwilioCallSearch {

    private static final long PAGE = 100;
    private static final long MOST = 500;

    /** Twilio's clock and ours may differ by this much. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    /** Calls that an account places by REST; the others are answered by it, or are legs of another call. */
    private static final String PLACED = "outbound-api";

    private final TwilioRestClient client;
    private final TwilioCallRequests requests;

    public TwilioCallSearch(TwilioRestClient client, TwilioCallRequests requests) {
        this.client = client;
        this.requests = requests;
    }

    /**
     * Those that went to the same recipient, from the same sender, since this one may have been placed. Twilio is not
     * asked by start time: a call that still waits there has none, and would be placed a second time.
     *
     * @throws ProviderCannotTell where so many went to that recipient since that not all can be looked at
     * @throws RuntimeException where Twilio cannot be asked; then nothing is known yet
     */
    public List<Receipt> find(OutgoingMessage message) {
        var reader = Call.reader().setTo(requests.to(message)).setPageSize(PAGE);
        PhoneNumber sender = requests.sender(message);
        if (sender != null) {
            reader.setFrom(sender);
        }
        reader.limit(MOST);
        ResourceSet<Call> listed = reader.read(client);
        List<Receipt> found = new ArrayList<>();
        int recent = 0;
        for (Call candidate : listed) {
            recent += isRecent(candidate, message) ? 1 : 0;
            if (isSame(candidate, message)) {
                found.add(requests.receipt(candidate));
            }
        }
        if (found.isEmpty() && recent >= MOST) {
            throw new ProviderCannotTell("more calls went to the recipient than Twilio is asked for");
        }
        return found;
    }

    private boolean isSame(Call candidate, OutgoingMessage message) {
        return isRecent(candidate, message)
                && (candidate.getTo() == null
                        || candidate.getTo().equals(requests.to(message).getEndpoint()))
                && (candidate.getDirection() == null || candidate.getDirection().equals(PLACED));
    }

    private static boolean isRecent(Call candidate, OutgoingMessage message) {
        return candidate.getDateCreated() == null
                || !candidate.getDateCreated().toInstant().isBefore(earliest(message));
    }

    /** No attempt begins before the message is due. */
    private static Instant earliest(OutgoingMessage message) {
        boolean later = message.sendAt() != null && message.sendAt().isAfter(message.queuedAt());
        return (later ? message.sendAt() : message.queuedAt()).minus(CLOCK_SKEW);
    }
}
